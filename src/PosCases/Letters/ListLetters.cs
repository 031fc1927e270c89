using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Lists the letters of a case and, for the desk, the templates, those that suit the case first.</summary>
public static class ListLetters
{
    /// <summary>Reads them; a merchant gets the final ones that are meant for him.</summary>
    /// <param name="CaseId">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId CaseId) : IQuery<Answer>;

    /// <summary>What there is.</summary>
    /// <param name="Letters">Newest first.</param>
    /// <param name="Offers">Templates; empty for a merchant.</param>
    /// <param name="MayWrite">Whether the reader may write letters now.</param>
    /// <param name="CanPdf">Whether this server makes PDF; otherwise the page is printed.</param>
    public sealed record Answer(IReadOnlyList<Row> Letters, IReadOnlyList<Offer> Offers, bool MayWrite, bool CanPdf);

    /// <summary>One letter.</summary>
    public sealed record Row(
        LetterId Id, string Template, string Title, LetterLanguage Language, LetterState State, bool NeedsApproval, bool ForMerchant, int LastNumber, int? FinalNumber,
        string EditedByName, DateTimeOffset EditedAt, string? ApprovedByName, DateTimeOffset? FinalAt);

    /// <summary>A template that may be used.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Purpose">What it is good for.</param>
    /// <param name="Audience">Whom it is for.</param>
    /// <param name="NeedsApproval">Whether a supervisor would have to approve it on this case.</param>
    /// <param name="Suits">Whether it suits the case by imposer, cause and stage.</param>
    public sealed record Offer(string Code, Bilingual Name, Bilingual Purpose, LetterAudience Audience, bool NeedsApproval, bool Suits);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, PdfPrinter printer) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            if (await db.LetterFactsAsync(query.CaseId, actor, clock.GetUtcNow(), ct) is not { } facts)
            {
                return new NotFound("Case");
            }

            var rows = await db.LettersVisibleTo(actor).AsNoTracking().Where(l => l.CaseId == query.CaseId)
                .OrderByDescending(l => l.CreatedAt).ThenBy(l => l.Id)
                .Select(l => new Row(
                    l.Id, l.Template, l.Title, l.Language, l.State, l.NeedsApproval, l.ForMerchant, l.LastNumber, l.FinalNumber, l.EditedByName, l.EditedAt,
                    l.ApprovedByName, l.FinalAt))
                .ToListAsync(ct);
            var mayWrite = actor.May(Permission.WorkCases) && facts.Case.RefuseLetterBy(actor) is null;
            return new Answer(rows, mayWrite ? [.. Offers(facts)] : [], mayWrite, printer.IsThere);
        }

        private static IEnumerable<Offer> Offers(LetterFacts facts) => LetterLibrary.Templates
            .Select(t => new Offer(
                t.Code, t.Name, t.Purpose, t.Audience, facts.NeedsApproval(t), facts.Suits(t)))
            .OrderByDescending(o => o.Suits);
    }
}
