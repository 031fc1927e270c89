using PosCases.Platform.Messages;

namespace PosCases.Remedies;

/// <summary>The route is not made for this case, or not yet; the advice says why.</summary>
/// <param name="Route">Code of the route.</param>
public sealed record RouteDoesNotFit(string Route) : Error
{
    /// <inheritdoc/>
    public override string Code => "Route.DoesNotFit";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Route];
}

/// <summary>Another route comes first.</summary>
/// <param name="Route">Code of the route.</param>
/// <param name="First">Codes of the routes one of which comes first.</param>
public sealed record RouteTooEarly(string Route, string First) : Error
{
    /// <inheritdoc/>
    public override string Code => "Route.TooEarly";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Route, First];
}

/// <summary>An open route may exclude this one: somebody must confirm that it is to open all the same.</summary>
/// <param name="Route">Code of the route.</param>
/// <param name="Open">Codes of the open ones.</param>
public sealed record RouteNeedsConfirmation(string Route, string Open) : Error
{
    /// <inheritdoc/>
    public override string Code => "Route.NeedsConfirmation";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Route, Open];
}

/// <summary>Lets a route through, or says why not.</summary>
internal static class RouteGate
{
    /// <returns>None when it may open.</returns>
    public static Error? Refuse(RouteAdvice advice, bool confirmed) => advice.Fit switch
    {
        RouteFit.NotForThis => new RouteDoesNotFit(advice.Route.Code),
        RouteFit.NotYet when advice.Reasons[0].Kind == RouteReasonKind.ComesAfter => new RouteTooEarly(advice.Route.Code, Named(advice)),
        RouteFit.NotYet => new RouteDoesNotFit(advice.Route.Code),
        RouteFit.Excluded when !confirmed => new RouteNeedsConfirmation(advice.Route.Code, Named(advice)),
        _ => null,
    };

    private static string Named(RouteAdvice advice) => string.Join(", ", advice.Reasons[0].Routes);
}
