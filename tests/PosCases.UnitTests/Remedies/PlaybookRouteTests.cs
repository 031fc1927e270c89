using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Playbooks;
using PosCases.Remedies;

namespace PosCases.UnitTests.Remedies;

/// <summary>Playbooks mention routes; only the advisor opens them.</summary>
public sealed class PlaybookRouteTests
{
    public static TheoryData<string, int> Versions => [.. PlaybookLibrary.Read().Select(p => (p.Document.Code, p.Document.Version))];

    [Theory]
    [MemberData(nameof(Versions))]
    public void It_mentions_only_routes_that_its_measures_can_have(string code, int version)
    {
        var document = PlaybookLibrary.Read().Select(p => p.Document).Single(d => d.Code == code && d.Version == version);

        var possible = PossibleWith(document.Measures.Count > 0 ? document.Measures : Enum.GetValues<MeasureKind>());

        Assert.Equal([], document.Routes.Except(possible));
    }

    [Fact]
    public void A_freeze_of_the_police_can_have_no_complaint_to_an_institution() =>
        Assert.Equal(["RT10", "RT11"], PossibleWith([MeasureKind.JudicialFreeze]));

    private static IEnumerable<string> PossibleWith(IReadOnlyCollection<MeasureKind> kinds)
    {
        var open =
            from kind in kinds
            from imposer in Enum.GetValues<ImposedBy>()
            from institution in Enum.GetValues<InstitutionKind>().Select(k => (InstitutionKind?)k).Append(null)
            from merchant in Enum.GetValues<MerchantKind>()
            from advice in RouteAdvisor.Advise(new RouteFacts([new MeasureFact(kind, imposer, institution, false)], merchant, []))
            where advice.Fit is RouteFit.Fits or RouteFit.FitsWithWarning
            select advice.Route.Code;
        var found = open.ToHashSet(StringComparer.Ordinal);
        return RouteLibrary.All.Where(r => found.Contains(r.Code) || (r.OpensAfter is { } after && after.AnyOf.Any(found.Contains))).Select(r => r.Code);
    }
}
