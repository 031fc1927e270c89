using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Packs;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Letters as covers of packs: the final version, and nothing before it.</summary>
internal sealed class CoverLetters : ICoverLetters
{
    public async Task<Result<PackLetter>> ChooseAsync(AppDb db, CaseId id, Guid letter, Actor actor, CancellationToken ct)
    {
        var found = await db.LettersVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(l => l.Id == new LetterId(letter) && l.CaseId == id, ct);
        return found is null ? new NotFound(nameof(Letter))
            : RefusalOf(found) is { } refused ? refused
            : new PackLetter(letter, found.Title, found.FinalNumber!.Value, null);
    }

    public async Task<PrintDocument?> PrintAsync(AppDb db, PackLetter letter, DateTimeOffset at, CancellationToken ct)
    {
        var found = await db.Letters.AsNoTracking().Include(l => l.Versions.Where(v => v.Number == letter.Number)).SingleOrDefaultAsync(l => l.Id == new LetterId(letter.Id), ct);
        return found is { State: LetterState.Final, Versions: [var version] } && found.FinalNumber == letter.Number
            ? (await LetterPaper.OfAsync(db, found, version, at, ct)).Paper
            : null;
    }

    /// <summary>Why a letter may not cover a pack; none when it may.</summary>
    public static Error? RefusalOf(Letter letter) => letter.State switch
    {
        LetterState.Final => null,
        LetterState.Dropped => new LetterRefused(LetterRefusal.Dropped),
        LetterState.InReview => new LetterRefused(LetterRefusal.WaitsForApproval),
        LetterState.Draft => LetterFill.Missing(letter.Content) is { Count: > 0 } missing ? new LetterIncomplete(missing)
            : new LetterRefused(letter.NeedsApproval ? LetterRefusal.NeedsApproval : LetterRefusal.NotFinal),
    };
}

/// <summary>Lists the letters of a case that may cover a pack, and those that may not, with the reason.</summary>
public static class ListCoverLetters
{
    /// <summary>Reads them, newest first; neither those put away nor those for the merchant to read.</summary>
    /// <param name="CaseId">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId CaseId) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One letter.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Language">In which language it is written.</param>
    /// <param name="Number">The final version; none when there is none.</param>
    /// <param name="Refusal">Why it may not; none when it may.</param>
    public sealed record Row(LetterId Id, string Title, LetterLanguage Language, int? Number, Error? Refusal);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Set<Case>().VisibleTo(actor).AnyAsync(c => c.Id == query.CaseId, ct))
            {
                return new NotFound(nameof(Case));
            }

            var letters = await db.LettersVisibleTo(actor).AsNoTracking().Where(l => l.CaseId == query.CaseId && l.State != LetterState.Dropped)
                .OrderByDescending(l => l.CreatedAt).ToListAsync(ct);
            return letters
                .Where(l => LetterLibrary.Find(l.Template)?.Audience != LetterAudience.MerchantReads)
                .Select(l => new Row(l.Id, l.Title, l.Language, l.FinalNumber, CoverLetters.RefusalOf(l))).ToList();
        }
    }
}
