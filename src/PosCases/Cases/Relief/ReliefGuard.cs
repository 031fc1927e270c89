using PosCases.Cases.Filing;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Relief;

/// <summary>
/// Whom a release can be asked from. What a court, the procuratorate or the police has imposed only they lift; a bank or an acquirer
/// that carries it out may not, and asking it wastes the merchant's time.
/// </summary>
public static class ReliefGuard
{
    /// <summary>Why nothing may be asked; none when it may.</summary>
    /// <param name="measures">The measures of the case; lifted ones do not count.</param>
    /// <param name="asked">The kind of the institution to be asked.</param>
    public static ReliefNotTheirs? Refusal(IEnumerable<Measure> measures, InstitutionKind asked) =>
        CarriesOut(asked) && measures.Where(m => m.LiftedAt is null).ToList() is { Count: > 0 } running && running.TrueForAll(IsJudicial)
            ? new ReliefNotTheirs()
            : null;

    private static bool CarriesOut(InstitutionKind kind) =>
        kind is InstitutionKind.Acquirer or InstitutionKind.Bank or InstitutionKind.PaymentInstitution or InstitutionKind.ClearingOrganisation
            or InstitutionKind.ServiceProvider;

    private static bool IsJudicial(Measure measure) =>
        measure.ImposedBy is ImposedBy.Court or ImposedBy.Police or ImposedBy.Procuratorate;
}

/// <summary>The institution only carries out what a court, the procuratorate or the police has imposed.</summary>
public sealed record ReliefNotTheirs : Error
{
    /// <inheritdoc/>
    public override string Code => "Relief.NotTheirs";
}

/// <summary>The talk is at another point: an answer to something that was answered already.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record ReliefNotOpen(ReliefStatus Status) : Error
{
    /// <inheritdoc/>
    public override string Code => "Relief.NotOpen";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Status];
}
