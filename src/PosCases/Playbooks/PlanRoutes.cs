using System.Collections.Frozen;
using PosCases.Cases.Plan;

namespace PosCases.Playbooks;

/// <summary>
/// Which of the routes that playbooks name fit the case at all (domain: route table). A measure that an authority ordered is never put to
/// a bank, an acquirer or their complaint lines.
/// </summary>
public static class PlanRoutes
{
    // Against whoever imposed it, by code of the route.
    private static readonly FrozenSet<string> AgainstInstitutions =
        FrozenSet.ToFrozenSet(["RT1", "RT2", "RT3", "RT4", "RT5", "RT6", "RT7", "RT8", "RT9", "RT14", "RT15"], StringComparer.Ordinal);

    /// <summary>Routes of the playbooks that fit, in the order in which they are named.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<PlaybookDocument> playbooks, PlanFacts facts) =>
        [.. playbooks.SelectMany(p => p.Routes).Distinct(StringComparer.Ordinal).Where(route => Fits(route, facts))];

    private static bool Fits(string route, PlanFacts facts) => route switch
    {
        _ when AgainstInstitutions.Contains(route) && facts.Holding.Contains(PlanPredicate.OnlyAuthorityMeasures) => false,
        "RT2" => facts.Holding.Contains(PlanPredicate.AntiFraudMeasure),
        "RT3" => facts.Holding.Contains(PlanPredicate.AmlMeasure),
        "RT4" or "RT5" => facts.Holding.Contains(PlanPredicate.BankMeasure),
        "RT6" => facts.Holding.Contains(PlanPredicate.NaturalPersonOrMicro),
        "RT7" => facts.Holding.Contains(PlanPredicate.Company),
        "RT11" => facts.Holding.Contains(PlanPredicate.JudicialMeasure) || facts.Holding.Contains(PlanPredicate.EmergencyStop),
        _ => true,
    };
}
