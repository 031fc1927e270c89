using PosCases.Cases.Filing;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Measures;

/// <summary>An authority ordered the measure: bank, acquirer and payment institution cannot lift it and are not asked to.</summary>
/// <param name="Bodies">Those who may lift it: a name, a kind of body (<see cref="ImposedBy"/>), or a <see cref="Wording"/> where even that is unknown.</param>
public sealed record OnlyAuthorityMayLift(IReadOnlyList<object> Bodies) : Error
{
    /// <inheritdoc/>
    public override string Code => "Measure.OnlyAuthorityMayLift";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Bodies];

    internal static OnlyAuthorityMayLift Of(IEnumerable<Measure> measures) => new([.. measures.Select(BodyOf).Distinct()]);

    /// <summary>Who may lift the measure, as exactly as is known: the unit, the body, the kind of body, or what holds for that kind of measure.</summary>
    public static object BodyOf(Measure measure) =>
        measure.OrderedBy?.Name is { } name ? name
        : MeasureAuthority.IsAuthority(measure.ImposedBy) ? (object?)measure.InstitutionName ?? measure.ImposedBy
        : MeasureLibrary.Of(measure.Kind).LiftedBy;
}
