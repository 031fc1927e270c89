using PosCases.Cases.Filing;
using PosCases.Institutions;

namespace PosCases.Cases.Measures;

/// <summary>Whether an authority ordered a measure: the one definition on which plan, releases, submissions, remedies and screens rest.</summary>
public static class MeasureAuthority
{
    /// <summary>Whether an authority ordered it: whoever carries it out cannot lift it. The kind decides even where the bank is named as its imposer.</summary>
    public static bool Ordered(MeasureKind kind, ImposedBy by) => !MeasureLibrary.Of(kind).LiftableByInstitution || IsAuthority(by);

    /// <summary>Whether only a judicial organ can lift it. Stops of payment, measures against money laundering and lists have rules of their own.</summary>
    public static bool IsJudicial(MeasureKind kind, ImposedBy by) =>
        kind == MeasureKind.JudicialFreeze || (IsJudicial(by) && MeasureLibrary.Of(kind).LiftableByInstitution);

    /// <summary>Whether it rests on laws of procedure, whatever its kind: no administrative reconsideration and no administrative lawsuit is open.</summary>
    public static bool IsByProcedure(MeasureKind kind, ImposedBy by) => kind is MeasureKind.JudicialFreeze or MeasureKind.EmergencyStopPayment || IsJudicial(by);

    /// <summary>Whether it is an authority.</summary>
    public static bool IsAuthority(ImposedBy by) => IsJudicial(by) || by == ImposedBy.Regulator;

    /// <summary>Whether the institution is an authority, which may be asked to lift what it ordered.</summary>
    public static bool Is(InstitutionKind kind) =>
        kind is InstitutionKind.Police or InstitutionKind.Procuratorate or InstitutionKind.Court or InstitutionKind.Regulator;

    /// <summary>Police, procuratorate, court or supervision.</summary>
    public static bool IsJudicial(ImposedBy by) =>
        by is ImposedBy.Police or ImposedBy.Procuratorate or ImposedBy.Court or ImposedBy.Supervision;
}
