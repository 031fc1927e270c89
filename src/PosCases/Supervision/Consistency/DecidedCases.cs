using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Resolution;
using PosCases.Insight;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Supervision.Consistency;

/// <summary>A decided case among those like it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Merchant">Name of the merchant.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ClosedOn">When.</param>
/// <param name="Frozen">Ever frozen, in yuan.</param>
/// <param name="Statement">Why the outcome was proposed; none for imported cases.</param>
/// <param name="Approved">Who approved it.</param>
/// <param name="Explanation">What a supervisor said about it.</param>
public sealed record DecidedCase(
    CaseId CaseId, string Number, string Merchant, Outcome Outcome, DateOnly ClosedOn, decimal Frozen, Proposal? Statement, string? Approved, OddExplanation? Explanation);

internal static class DecidedCases
{
    private const decimal FenPerYuan = 100m;

    private static readonly List<string> Decisions = [.. DecisionSplit.Decisions.Select(o => o.ToString())];

    /// <summary>The facts of decided cases from a day on. Restricted cases have none.</summary>
    public static IQueryable<CaseFact> Decided(AppDb db, Actor actor, DateOnly from) =>
        db.Set<CaseFact>().AsNoTracking().VisibleTo(actor).Where(f => f.ClosedOn >= from && Decisions.Contains(f.Outcome!));

    /// <summary>Those of one kind.</summary>
    public static IQueryable<CaseFact> Of(this IQueryable<CaseFact> facts, DecisionKind kind)
    {
        var institution = kind.Institution?.ToString("D");
        return facts.Where(f => f.Cause == kind.Cause && f.Measure == kind.Measure && f.Institution == institution);
    }

    /// <summary>How they ended.</summary>
    public static async Task<DecisionSplit> SplitAsync(this IQueryable<CaseFact> facts, CancellationToken ct) =>
        DecisionSplit.Of((await facts.GroupBy(f => f.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .Select(g => new OutcomeCount(Enum.Parse<Outcome>(g.Key!), g.Count)));

    /// <summary>The latest of them, with why; the case itself is asked once more: it may have been restricted a moment ago.</summary>
    public static async Task<IReadOnlyList<DecidedCase>> LatestAsync(this IQueryable<CaseFact> facts, AppDb db, Actor actor, int most, CancellationToken ct)
    {
        var found = await facts.OrderByDescending(f => f.ClosedOn).Take(most)
            .Join(db.Cases.VisibleTo(actor), f => f.CaseId, c => c.Id, (f, c) => new { f.CaseId, f.ClosedOn, f.Outcome, f.FrozenFen, c.Number, c.MerchantId })
            .Join(db.Set<Merchant>(), f => f.MerchantId, m => m.Id, (f, m) => new { f.CaseId, f.ClosedOn, f.Outcome, f.FrozenFen, f.Number, m.Name })
            .ToListAsync(ct);
        var ids = found.ConvertAll(f => f.CaseId);
        var proposals = (await db.Set<Proposal>().AsNoTracking().Where(p => ids.Contains(p.CaseId) && p.State == ProposalState.Approved).ToListAsync(ct)).ToLookup(p => p.CaseId);
        var explained = (await db.Set<OddExplanation>().AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.TakenBackAt == null).ToListAsync(ct)).ToLookup(e => e.CaseId);
        return
        [
            .. from f in found
               orderby f.ClosedOn descending, f.Number descending
               let outcome = Enum.Parse<Outcome>(f.Outcome!)
               let last = proposals[f.CaseId].MaxBy(p => p.Number)
               select new DecidedCase(
                   f.CaseId, f.Number, f.Name, outcome, f.ClosedOn!.Value, f.FrozenFen / FenPerYuan, last, last?.ReviewedByName, explained[f.CaseId].FirstOrDefault(e => e.Outcome == outcome)),
        ];
    }
}
