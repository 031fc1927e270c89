using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Worklist;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Search;

/// <summary>Finds cases and merchants by words, within what the reader may see.</summary>
public static class SearchCases
{
    /// <summary>Most characters that can be looked for.</summary>
    public const int LongestText = 100;

    /// <summary>Of more places than these, those changed last are ranked.</summary>
    public const int MostPlaces = 400;

    /// <summary>Most cases and merchants in an answer.</summary>
    public const int MostHits = 50;

    private const int PlacesOfHit = 4;

    /// <summary>Finds cases and merchants by words, within what the reader may see.</summary>
    /// <param name="Text">Words, separated by spaces; all must be found.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Text) : IQuery<Answer>;

    /// <summary>What was found.</summary>
    /// <param name="Hits">Cases and merchants, best first.</param>
    /// <param name="IsCut">Whether there is more than was looked at: older places, or further hits.</param>
    /// <param name="LeftOut">Whether a part of what was typed was too short or too much to be looked for.</param>
    /// <param name="IsEmpty">Whether nothing of it could be looked for.</param>
    /// <param name="Mode">How the index answered.</param>
    /// <param name="IsFilling">Whether older cases are still being added to the index.</param>
    public sealed record Answer(IReadOnlyList<Hit> Hits, bool IsCut, bool LeftOut, bool IsEmpty, SearchMode Mode, bool IsFilling);

    /// <summary>A case or a merchant.</summary>
    /// <param name="Case">The case; none for a merchant.</param>
    /// <param name="Merchant">The merchant.</param>
    /// <param name="MerchantName">Its name.</param>
    /// <param name="Places">Where the words were found, best first, four at most.</param>
    /// <param name="PlaceCount">How many places there are.</param>
    public sealed record Hit(CaseSummary? Case, MerchantId Merchant, string MerchantName, IReadOnlyList<Place> Places, int PlaceCount);

    /// <summary>A place.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Found">The words there.</param>
    /// <param name="At">When it was written.</param>
    public sealed record Place(SearchKind Kind, Snippet Found, DateTimeOffset At);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Text).MaximumLength(LongestText);
    }

    internal sealed class Handler(AppDb db, Actor actor, SearchIndex index, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var isFilling = !await db.Set<SearchProgress>().AnyAsync(p => p.IsDone, ct);
            if (SearchTerms.Parse(query.Text) is not { } terms)
            {
                return new Answer([], false, false, true, SearchMode.Indexed, isFilling);
            }

            var (found, isCut, mode) = await FindAsync(terms, ct);
            var touched = await TouchedAsync(found, ct);
            var merchants = await MerchantsAsync(found, ct);
            var ranked = found
                .Where(e => e.CaseId is { } id ? touched.ContainsKey(id) : merchants.ContainsKey(e.MerchantId))
                .GroupBy(e => (e.CaseId, Merchant: e.CaseId is null ? e.MerchantId : default))
                .Select(g => (
                    g.Key.CaseId,
                    Places: g.Select(e => (Score: Score(e, terms), Entry: e)).OrderByDescending(p => p.Score).ThenByDescending(p => p.Entry.At).ToList()))
                .OrderByDescending(h => h.Places[0].Score)
                .ThenByDescending(h => h.CaseId is { } id ? touched[id] : h.Places[0].Entry.At)
                .ToList();
            var cases = await CasesAsync([.. ranked.Take(MostHits).Select(h => h.CaseId).OfType<CaseId>()], ct);
            return new Answer(
                [.. ranked.Take(MostHits).Where(h => h.CaseId is not { } id || cases.ContainsKey(id)).Select(h => HitOf(h.CaseId, h.Places))],
                isCut || ranked.Count > MostHits, terms.IsCut, false, mode, isFilling);

            Hit HitOf(CaseId? id, List<(int Score, SearchEntry Entry)> places)
            {
                var summary = id is { } known ? cases[known] : null;
                var merchant = places[0].Entry.MerchantId;
                return new Hit(
                    summary,
                    merchant,
                    summary?.MerchantName ?? merchants[merchant],
                    [.. places.Take(PlacesOfHit).Select(p => new Place(p.Entry.Kind, Snippet.Of(p.Entry.Text, terms), p.Entry.At))],
                    places.Count);
            }
        }

        private async Task<(List<SearchEntry> Found, bool IsCut, SearchMode Mode)> FindAsync(SearchTerms terms, CancellationToken ct)
        {
            var entries = db.Set<SearchEntry>().AsNoTracking();
            if (!actor.IsDesk && actor.Merchant is null)
            {
                // A guest reads a case or two: their texts are compared.
                var own = db.Cases.VisibleTo(actor).Select(c => (CaseId?)c.Id);
                var all = await entries.Where(e => own.Contains(e.CaseId) && !e.IsInternal).OrderByDescending(e => e.Id).Take(MostPlaces * 10).ToListAsync(ct);
                return (all.FindAll(e => terms.Match(e.Text)), false, SearchMode.Indexed);
            }

            var mode = await index.ModeAsync(db, ct);
            var found = await index.Find(db, terms, actor.IsDesk ? null : new MerchantId(actor.Merchant!.Value), MostPlaces + 1)
                .AsNoTracking().OrderByDescending(e => e.Id).ToListAsync(ct);
            return ([.. found.Take(MostPlaces)], found.Count > MostPlaces, mode);
        }

        // Which of the cases the reader may see, and when each changed last.
        private async Task<Dictionary<CaseId, DateTimeOffset>> TouchedAsync(List<SearchEntry> found, CancellationToken ct)
        {
            var ids = found.Select(e => e.CaseId).OfType<CaseId>().ToHashSet();
            return await db.Cases.VisibleTo(actor).Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.UpdatedAt }).ToDictionaryAsync(c => c.Id, c => c.UpdatedAt, ct);
        }

        private async Task<Dictionary<CaseId, CaseSummary>> CasesAsync(List<CaseId> ids, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id)).ToSummaries(db, clock.GetUtcNow())
                .ToDictionaryAsync(c => c.Id, c => c with { Reader = actor }, ct);

        private async Task<Dictionary<MerchantId, string>> MerchantsAsync(List<SearchEntry> found, CancellationToken ct)
        {
            if (!actor.May(Permission.ViewMerchants))
            {
                return [];
            }

            var ids = found.Where(e => e.CaseId is null).Select(e => e.MerchantId).ToHashSet();
            return await db.Merchants.VisibleTo(actor).Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        }

        // A whole line that is exactly what was typed (a case number, a document number) comes first, then names, then what people wrote.
        private static int Score(SearchEntry entry, SearchTerms terms)
        {
            var lines = entry.Text.Split('\n');
            var exact = terms.Words.Count(w => lines.Contains(w, StringComparer.OrdinalIgnoreCase));
            var starts = terms.Words.Count(w => lines.Any(l => l.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
            var kind = entry.Kind switch
            {
                SearchKind.Case => 4,
                SearchKind.Merchant => 4,
                SearchKind.Communication or SearchKind.Note => 2,
                SearchKind.Message or SearchKind.Evidence => 1,
                _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, null),
            };
            return (exact * 100) + (starts * 10) + kind;
        }
    }
}
