using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Reads one letter with everything that its editor shows beside it.</summary>
public static class ViewLetter
{
    /// <summary>Reads one letter.</summary>
    /// <param name="Id">The letter.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(LetterId Id) : IQuery<Answer>;

    /// <summary>A letter.</summary>
    /// <param name="Letter">The letter with its versions, for reading only.</param>
    /// <param name="CaseNumber">Number of its case.</param>
    /// <param name="MerchantId">Whose case it is.</param>
    /// <param name="Template">What it was made from.</param>
    /// <param name="Missing">What it still lacks.</param>
    /// <param name="Faults">What it says and must not.</param>
    /// <param name="MayWrite">Whether the reader may write on it.</param>
    /// <param name="MayReview">Whether the reader may approve or return it now.</param>
    /// <param name="CanPdf">Whether this server makes PDF; otherwise the page is printed.</param>
    public sealed record Answer(
        Letter Letter, string CaseNumber, Guid MerchantId, LetterTemplate Template, IReadOnlyList<MissingField> Missing, IReadOnlyList<LetterFault> Faults, bool MayWrite, bool MayReview, bool CanPdf);

    internal sealed class Handler(AppDb db, Actor actor, PdfPrinter printer) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var letter = await db.LettersVisibleTo(actor).AsNoTracking().Include(l => l.Versions.OrderByDescending(v => v.Number)).SingleOrDefaultAsync(l => l.Id == query.Id, ct);
            if (letter is null)
            {
                return new NotFound(nameof(Letter));
            }

            var found = await db.Set<Case>().AsNoTracking().Include(c => c.Causes).SingleAsync(c => c.Id == letter.CaseId, ct);
            var open = new OpenLetter(letter, found);
            return new Answer(
                letter, found.Number, found.MerchantId.Value, LetterLibrary.Find(letter.Template, letter.TemplateVersion) ?? LetterLibrary.Find(letter.Template)!,
                LetterFill.Missing(letter.Content), open.RefuseFaults(letter.Content)?.Faults ?? [],
                found.RefuseLetterBy(actor) is null,
                actor.May(Permission.ReviewCases) && letter.RefuseReviewBy(actor) is null && found.Status != CaseStatus.Closed,
                printer.IsThere);
        }
    }
}
