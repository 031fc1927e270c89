using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Remedies;

internal static class RouteFactsOfCase
{
    /// <summary>What the advice follows from. Needs measures and filings of the case to be loaded.</summary>
    public static async Task<RouteFacts> RouteFactsOfAsync(this AppDb db, Case found, CancellationToken ct)
    {
        var merchant = await db.Set<Merchant>().Where(m => m.Id == found.MerchantId).Select(m => m.Kind).SingleAsync(ct);
        var known = found.Measures.Select(m => m.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var kinds = await db.Set<Institution>().Where(i => known.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Kind, ct);
        return new RouteFacts(
            [.. found.Measures.Select(m => new MeasureFact(
                m.Kind, m.ImposedBy, m.InstitutionId is { } id && kinds.TryGetValue(id, out var kind) ? kind : null, m.LiftedAt is not null))],
            merchant,
            [.. found.Filings.Select(f => new FiledRoute(f.Route, f.State, f.Result))]);
    }

    /// <summary>What the verbs of filings need to be loaded.</summary>
    public static IQueryable<Case> WithFilings(this IQueryable<Case> cases) =>
        cases.Include(c => c.Filings).Include(c => c.Parties).Include(c => c.Communications);
}
