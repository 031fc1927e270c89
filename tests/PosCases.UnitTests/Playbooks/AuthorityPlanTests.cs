using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Playbooks;

namespace PosCases.UnitTests.Playbooks;

public sealed class AuthorityPlanTests
{
    private static readonly IReadOnlyList<PlaybookDocument> Library =
        [.. PlaybookLibrary.Read().Select(p => p.Document).GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Version)!)];

    [Fact]
    public void The_polices_term_is_watched_only_where_the_police_froze()
    {
        var police = Plan(PlanPredicate.JudicialMeasure, PlanPredicate.OnlyAuthorityMeasures, PlanPredicate.PoliceMeasure, PlanPredicate.RefusedOnce);
        var court = Plan(PlanPredicate.JudicialMeasure, PlanPredicate.OnlyAuthorityMeasures, PlanPredicate.RefusedOnce);

        Assert.Contains("watch-term", police);
        Assert.Contains("complain-unit", police);
        Assert.DoesNotContain("watch-document-term", police);
        Assert.Contains("watch-document-term", court);
        Assert.DoesNotContain("watch-term", court);
        Assert.DoesNotContain("complain-unit", court);
    }

    [Fact]
    public void Reconsideration_and_administrative_lawsuit_stand_on_no_plan_against_judicial_measures_alone()
    {
        var judicial = Plan(PlanPredicate.JudicialMeasure, PlanPredicate.OnlyJudicialMeasures);

        Assert.DoesNotContain("reconsideration", judicial);
        Assert.DoesNotContain("administrative-suit", judicial);
        Assert.Contains("reconsideration", Plan(PlanPredicate.AcquirerMeasure));
    }

    private static IReadOnlyList<string> Plan(params PlanPredicate[] holding)
    {
        var facts = new PlanFacts { IsConfirmed = true, IsLegal = true, Causes = ["CASE_FUNDS"], Measures = [MeasureKind.JudicialFreeze], Holding = holding.ToHashSet() };
        return [.. PlanMerge.Of(PlaybookChoice.Of(Library, facts), facts).Steps.Select(s => s.Code)];
    }
}
