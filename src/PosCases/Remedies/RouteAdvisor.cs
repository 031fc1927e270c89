using PosCases.Cases.Filing;
using PosCases.Cases.Routes;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Remedies;

/// <summary>Whether a route is open in a case. Where several reasons meet, the one that closes it most firmly counts.</summary>
public enum RouteFit
{
    /// <summary>合适.</summary>
    Fits,

    /// <summary>合适，但要注意: something must be checked or is uncertain.</summary>
    FitsWithWarning,

    /// <summary>与已开的途径冲突: an open one may exclude it; ask and confirm.</summary>
    Excluded,

    /// <summary>还不到时候: something comes first.</summary>
    NotYet,

    /// <summary>不适用.</summary>
    NotForThis,
}

/// <summary>Why; each value has its own text, with the names of the routes it is about.</summary>
public enum RouteReasonKind
{
    /// <summary>It fits the measure and who imposed it.</summary>
    FitsMeasure,

    /// <summary>It informs about the measure; no remedy.</summary>
    InformsOnly,

    /// <summary>A body that did not act opens it.</summary>
    OpenedByEarlier,

    /// <summary>Police, procuratorate or court froze: only that organ can lift it.</summary>
    OnlyTheOrgan,

    /// <summary>It is not made for who imposed the measure.</summary>
    OtherImposer,

    /// <summary>It is not made for this kind of measure.</summary>
    OtherMeasure,

    /// <summary>Nothing is in force any more.</summary>
    NothingInForce,

    /// <summary>Who imposed the measure must be found out first.</summary>
    ImposerUnknown,

    /// <summary>A further measure of police or court stays untouched by it.</summary>
    LeavesJudicial,

    /// <summary>Closed to this kind of merchant.</summary>
    ClosedToMerchant,

    /// <summary>Uncertain for this kind of merchant.</summary>
    UncertainForMerchant,

    /// <summary>A condition that must be checked.</summary>
    Condition,

    /// <summary>Another route comes first.</summary>
    ComesAfter,

    /// <summary>Another route usually comes first.</summary>
    UsuallyAfter,

    /// <summary>An open route may exclude it.</summary>
    ExcludedBy,

    /// <summary>The same route is open already.</summary>
    AlreadyOpen,
}

/// <summary>One reason, in a code and, where the library says it, in words.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Routes">Codes of the routes that it is about.</param>
/// <param name="Text">The library's words.</param>
/// <param name="Rules">Codes of the rules behind it.</param>
public sealed record RouteReason(RouteReasonKind Kind, IReadOnlyList<string> Routes, Words? Text, IReadOnlyList<string> Rules)
{
    /// <summary>A reason without anything beside.</summary>
    public static RouteReason Of(RouteReasonKind kind) => new(kind, [], null, []);
}

/// <summary>A measure, as routes look at it.</summary>
public sealed record MeasureFact(MeasureKind Kind, ImposedBy By, InstitutionKind? Institution, bool IsLifted)
{
    /// <summary>Who must lift it.</summary>
    public MeasureHolder Holder => MeasureHolders.Of(Kind, By, Institution);
}

/// <summary>A filing, as routes look at it.</summary>
public sealed record FiledRoute(string Route, FilingState State, RouteResult? Result);

/// <summary>What the advice follows from.</summary>
/// <param name="Measures">All measures of the case.</param>
/// <param name="Merchant">What the merchant is in law.</param>
/// <param name="Filings">All filings of the case.</param>
public sealed record RouteFacts(IReadOnlyList<MeasureFact> Measures, MerchantKind Merchant, IReadOnlyList<FiledRoute> Filings);

/// <summary>Whether a route is open, and why.</summary>
public sealed record RouteAdvice(RemedyRoute Route, RouteFit Fit, IReadOnlyList<RouteReason> Reasons)
{
    /// <summary>Whether it may be named as what comes after a last word; a line that only informs is none.</summary>
    public bool MayComeNext => Fit != RouteFit.NotForThis && Route.Stage != RouteStage.Information;
}

/// <summary>Says of every route whether it is open in a case. Pure: the same facts, the same answer.</summary>
public static class RouteAdvisor
{
    /// <summary>Every route in the order of the library.</summary>
    public static IReadOnlyList<RouteAdvice> Advise(RouteFacts facts) => [.. RouteLibrary.All.Select(route => Advise(route, facts))];

    /// <summary>One route.</summary>
    public static RouteAdvice Advise(RemedyRoute route, RouteFacts facts)
    {
        List<(RouteFit Fit, RouteReason Reason)> found = [.. OfMeasures(route, facts)];
        if (found[0].Fit is not (RouteFit.NotForThis or RouteFit.NotYet))
        {
            found.AddRange(OfMerchant(route, facts.Merchant));
            found.AddRange(OfCondition(route));
            found.AddRange(OfOrder(route, facts.Filings));
            found.AddRange(OfOpenOnes(route, facts.Filings));
        }

        var fit = found.Max(f => f.Fit);
        return new RouteAdvice(route, fit, [.. found.OrderByDescending(f => f.Fit).Select(f => f.Reason)]);
    }

    private static IEnumerable<(RouteFit, RouteReason)> OfMeasures(RemedyRoute route, RouteFacts facts)
    {
        var inForce = facts.Measures.Where(m => !m.IsLifted).ToList();
        var matching = inForce.Where(m => Takes(route, m)).ToList();
        if (matching.Count > 0)
        {
            return OfMatching(route, inForce, matching);
        }

        if (route.OpensAfter is { } after && facts.Filings.Any(f => after.AnyOf.Contains(f.Route) && f.Result is RouteResult.Refused or RouteResult.NoAnswer))
        {
            return [(RouteFit.FitsWithWarning, new RouteReason(RouteReasonKind.OpenedByEarlier, after.AnyOf, after.Text, after.Rules))];
        }

        return [Unfit(route, facts.Measures, inForce)];
    }

    private static IEnumerable<(RouteFit, RouteReason)> OfMatching(RemedyRoute route, List<MeasureFact> inForce, List<MeasureFact> matching)
    {
        yield return (RouteFit.Fits, RouteReason.Of(route.Stage == RouteStage.Information ? RouteReasonKind.InformsOnly : RouteReasonKind.FitsMeasure));
        if (matching.TrueForAll(m => !route.Fits.Contains(m.Holder)))
        {
            foreach (var doubt in route.Doubtful.Where(d => matching.Exists(d.Covers)))
            {
                yield return (RouteFit.FitsWithWarning, new RouteReason(RouteReasonKind.Condition, [], doubt.Text, doubt.Rules));
            }
        }

        if (inForce.Exists(m => m.Holder == MeasureHolder.Judicial) && !route.Fits.Contains(MeasureHolder.Judicial))
        {
            yield return (RouteFit.FitsWithWarning, RouteReason.Of(RouteReasonKind.LeavesJudicial));
        }
    }

    private static (RouteFit, RouteReason) Unfit(RemedyRoute route, IReadOnlyList<MeasureFact> all, List<MeasureFact> inForce) =>
        inForce.Count == 0 && all.Count > 0 ? (RouteFit.NotForThis, RouteReason.Of(RouteReasonKind.NothingInForce))
        : inForce.Count == 0 || inForce.Exists(m => m.Holder == MeasureHolder.Unknown) ? (RouteFit.NotYet, RouteReason.Of(RouteReasonKind.ImposerUnknown))
        : inForce.TrueForAll(m => m.Holder == MeasureHolder.Judicial) ? (RouteFit.NotForThis, new RouteReason(RouteReasonKind.OnlyTheOrgan, [], null, ["CPL-117", "MPS159-196"]))
        : inForce.Exists(m => HolderOf(route, m)) ? (RouteFit.NotForThis, RouteReason.Of(RouteReasonKind.OtherMeasure))
        : (RouteFit.NotForThis, RouteReason.Of(RouteReasonKind.OtherImposer));

    private static bool Takes(RemedyRoute route, MeasureFact measure) =>
        HolderOf(route, measure) && (route.Kinds.Count == 0 || route.Kinds.Contains(measure.Kind) || measure.Kind == MeasureKind.Unknown);

    private static bool HolderOf(RemedyRoute route, MeasureFact measure) =>
        route.Fits.Contains(measure.Holder) || route.Doubtful.Any(d => d.Covers(measure));

    private static IEnumerable<(RouteFit, RouteReason)> OfMerchant(RemedyRoute route, MerchantKind merchant) =>
        route.ClosedTo.Where(c => c.Kind == merchant)
            .Select(c => (RouteFit.NotForThis, new RouteReason(RouteReasonKind.ClosedToMerchant, [], c.Text, c.Rules)))
            .Concat(route.UncertainFor.Where(c => c.Kind == merchant)
                .Select(c => (RouteFit.FitsWithWarning, new RouteReason(RouteReasonKind.UncertainForMerchant, [], c.Text, c.Rules))));

    private static IEnumerable<(RouteFit, RouteReason)> OfCondition(RemedyRoute route) =>
        route.OnlyIf is { } only ? [(RouteFit.FitsWithWarning, new RouteReason(RouteReasonKind.Condition, [], only.Text, only.Rules))] : [];

    private static IEnumerable<(RouteFit, RouteReason)> OfOrder(RemedyRoute route, IReadOnlyList<FiledRoute> filings) =>
        route.First is { } first && !filings.Any(f => f.State != FilingState.Withdrawn && first.AnyOf.Contains(f.Route))
            ? [(first.Must ? RouteFit.NotYet : RouteFit.FitsWithWarning,
                new RouteReason(first.Must ? RouteReasonKind.ComesAfter : RouteReasonKind.UsuallyAfter, first.AnyOf, first.Text, first.Rules))]
            : [];

    private static IEnumerable<(RouteFit, RouteReason)> OfOpenOnes(RemedyRoute route, IReadOnlyList<FiledRoute> filings)
    {
        foreach (var open in filings.Where(f => f.State == FilingState.Open).Select(f => f.Route).Distinct())
        {
            if (open == route.Code)
            {
                yield return (RouteFit.Excluded, new RouteReason(RouteReasonKind.AlreadyOpen, [open], null, []));
            }
            else if (ExclusionBetween(route, open) is { } exclusion)
            {
                yield return (RouteFit.Excluded, new RouteReason(RouteReasonKind.ExcludedBy, [open], exclusion.Text, exclusion.Rules));
            }
        }
    }

    private static Exclusion? ExclusionBetween(RemedyRoute route, string open) =>
        route.Excludes.FirstOrDefault(e => e.Route == open)
        ?? RouteLibrary.Find(open)?.Excludes.FirstOrDefault(e => e.Route == route.Code);
}
