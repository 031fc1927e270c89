using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Search;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Finds the cases that are like a case, and says why.</summary>
public static class ListSimilar
{
    /// <summary>Most cases in an answer.</summary>
    public const int Most = 10;

    /// <summary>Finds the cases that are like a case, the likest first; those already linked to it, and those the actor may not see, are left out.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Row>>;

    /// <summary>A case that is like it.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Likeness">How much, and why.</param>
    public sealed record Row(CaseSummary Case, CaseLikeness Likeness);

    internal sealed class Handler(AppDb db, Actor actor, SearchIndex index, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        // Of each trait so many are looked at, the newest first; each is one walk along an index.
        private const int MostOfEach = 40;

        private const int MostPhrases = 3;

        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if ((await TraitsAsync([query.Id], ct)).TryGetValue(query.Id, out var own) is false)
            {
                return new NotFound("Case");
            }

            var known = await db.Set<CaseLink>().Where(l => (l.FromId == query.Id || l.ToId == query.Id) && l.EndedAt == null)
                .Select(l => l.FromId == query.Id ? l.ToId : l.FromId).ToListAsync(ct);
            var candidates = await CandidatesAsync(query.Id, own, ct);
            candidates.Remove(query.Id);
            candidates.ExceptWith(known);
            var found = (await TraitsAsync(candidates, ct))
                .Select(c => (Id: c.Key, c.Value.FiledAt, Likeness: CaseLikeness.Of(own, c.Value)))
                .Where(c => c.Likeness.Counts)
                .OrderByDescending(c => c.Likeness.Score).ThenByDescending(c => c.FiledAt)
                .Take(Most).ToList();
            var ids = found.ConvertAll(f => f.Id);
            var rows = await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id)).ToSummaries(db, clock.GetUtcNow())
                .ToDictionaryAsync(c => c.Id, c => c with { Reader = actor }, ct);
            return found.Where(f => rows.ContainsKey(f.Id)).Select(f => new Row(rows[f.Id], f.Likeness)).ToList();
        }

        private async Task<HashSet<CaseId>> CandidatesAsync(CaseId id, CaseTraits own, CancellationToken ct)
        {
            HashSet<CaseId> found = [.. await db.Cases.Where(c => c.MerchantId == own.Merchant).OrderByDescending(c => c.Serial).Take(MostOfEach).Select(c => c.Id).ToListAsync(ct)];
            var measures = db.Set<Measure>();
            var typed = await measures.Where(m => m.CaseId == id).Select(m => new { m.DocumentNumber, m.TerminalNumber }).ToListAsync(ct);
            foreach (var document in typed.Select(t => t.DocumentNumber).Where(d => CaseTraits.NumberOf(d) is not null).Distinct())
            {
                await AddAsync(measures.Where(m => m.DocumentNumber == document));
            }

            foreach (var terminal in typed.Select(t => t.TerminalNumber).Where(t => CaseTraits.NumberOf(t) is not null).Distinct())
            {
                await AddAsync(measures.Where(m => m.TerminalNumber == terminal));
            }

            foreach (var tail in own.AccountTails)
            {
                await AddAsync(measures.Where(m => m.AccountTail == tail));
            }

            if (own.Licence is { Length: > 0 } licence)
            {
                found.UnionWith(await db.Set<Merchant>().Where(m => m.UnifiedCreditCode == licence && m.Id != own.Merchant)
                    .Join(db.Cases, m => m.Id, c => c.MerchantId, (m, c) => c).OrderByDescending(c => c.Serial).Take(MostOfEach).Select(c => c.Id).ToListAsync(ct));
            }

            await AddByWordingAsync(id, found, ct);
            return found;

            async Task AddAsync(IQueryable<Measure> with) =>
                found.UnionWith(await with.OrderByDescending(m => m.RecordedAt).Take(MostOfEach).Select(m => m.CaseId).ToListAsync(ct));
        }

        private async Task AddByWordingAsync(CaseId id, HashSet<CaseId> found, CancellationToken ct)
        {
            var told = await db.Cases.Where(c => c.Id == id).Select(c => c.Told).SingleAsync(ct);
            await index.ModeAsync(db, ct);
            foreach (var phrase in Wordings.PhrasesOf($"{told.Wording}\n{told.ReasonText}", MostPhrases))
            {
                if (SearchTerms.Parse(phrase) is { } terms)
                {
                    found.UnionWith((await index.Find(db, terms, null, MostOfEach).Select(e => e.CaseId).ToListAsync(ct)).OfType<CaseId>());
                }
            }
        }

        private async Task<Dictionary<CaseId, CaseTraits>> TraitsAsync(IReadOnlyCollection<CaseId> ids, CancellationToken ct)
        {
            var cases = await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id))
                .Join(db.Set<Merchant>(), c => c.MerchantId, m => m.Id, (c, m) => new { c.Id, c.MerchantId, m.UnifiedCreditCode, c.FiledAt, c.Told })
                .ToListAsync(ct);
            var seen = cases.ConvertAll(c => c.Id);
            var measures = (await db.Set<Measure>().Where(m => seen.Contains(m.CaseId))
                .Select(m => new { m.CaseId, m.DocumentNumber, m.AccountTail, m.TerminalNumber, m.InstitutionId }).ToListAsync(ct)).ToLookup(m => m.CaseId);
            return cases.ToDictionary(c => c.Id, c => new CaseTraits
            {
                Merchant = c.MerchantId,
                Licence = c.UnifiedCreditCode,
                Documents = measures[c.Id].Select(m => CaseTraits.NumberOf(m.DocumentNumber)).OfType<string>().ToHashSet(StringComparer.Ordinal),
                AccountTails = measures[c.Id].Select(m => m.AccountTail).Where(t => !string.IsNullOrEmpty(t)).OfType<string>().ToHashSet(StringComparer.Ordinal),
                Terminals = measures[c.Id].Select(m => CaseTraits.NumberOf(m.TerminalNumber)).OfType<string>().ToHashSet(StringComparer.Ordinal),
                Institutions = measures[c.Id].Select(m => m.InstitutionId).OfType<Institutions.InstitutionId>().ToHashSet(),
                Wording = Wordings.PartsOf($"{c.Told.Wording}\n{c.Told.ReasonText}"),
                FiledAt = c.FiledAt,
            });
        }
    }
}
