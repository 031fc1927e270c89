using PosCases.Calendar;
using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Remedies;

/// <summary>Where a route stands on the way from asking to a court.</summary>
public enum RouteStage
{
    /// <summary>咨询与核实: a line that informs; no remedy.</summary>
    Information,

    /// <summary>书面异议: to the body that took the measure.</summary>
    WrittenRequest,

    /// <summary>机构投诉.</summary>
    InstitutionComplaint,

    /// <summary>监管渠道.</summary>
    RegulatorLine,

    /// <summary>办案单位: the unit named in the freeze, then its superiors.</summary>
    PoliceUnit,

    /// <summary>调解.</summary>
    Mediation,

    /// <summary>复议、诉讼、仲裁.</summary>
    Court,
}

/// <summary>Who must lift a measure, as far as routes depend on it.</summary>
public enum MeasureHolder
{
    /// <summary>Police, procuratorate or court: only the organ itself can lift it.</summary>
    Judicial,

    /// <summary>An administrative organ by an administrative act.</summary>
    Administrative,

    /// <summary>A list that others must obey.</summary>
    Listing,

    /// <summary>A bank.</summary>
    Bank,

    /// <summary>An acquirer of which it is not known whether it is a bank or a payment institution.</summary>
    Acquirer,

    /// <summary>A payment institution.</summary>
    PaymentInstitution,

    /// <summary>A clearing organisation.</summary>
    Clearing,

    /// <summary>Not known yet.</summary>
    Unknown,
}

/// <summary>A text in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Words(string Zh, string En);

/// <summary>A way to challenge a measure, as data: information, not advice.</summary>
public sealed record RemedyRoute
{
    /// <summary>Stable code, RT1 to RT15.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required Words Title { get; init; }

    /// <summary>Against whom.</summary>
    public required Words Against { get; init; }

    /// <summary>Where it stands on the way.</summary>
    public required RouteStage Stage { get; init; }

    /// <summary>What kind of body it is filed with; whoever is not in the directory is named in words.</summary>
    public required IReadOnlyList<InstitutionKind> Bodies { get; init; }

    /// <summary>Code of the body in the directory that came with the product, where it is always the same one.</summary>
    public string? Institution { get; init; }

    /// <summary>Whose measures it fits.</summary>
    public required IReadOnlyList<MeasureHolder> Fits { get; init; }

    /// <summary>Only measures of these kinds; any when none is named.</summary>
    public IReadOnlyList<MeasureKind> Kinds { get; init; } = [];

    /// <summary>Whose measures it fits only under a condition.</summary>
    public IReadOnlyList<HolderCondition> Doubtful { get; init; } = [];

    /// <summary>Routes after whose refusal or silence it opens although the measure alone does not open it.</summary>
    public AfterRoutes? OpensAfter { get; init; }

    /// <summary>A condition that the person must check; nothing in the case decides it.</summary>
    public Clause? OnlyIf { get; init; }

    /// <summary>Kinds of merchant to which it is closed.</summary>
    public IReadOnlyList<MerchantClause> ClosedTo { get; init; } = [];

    /// <summary>Kinds of merchant for which it is uncertain.</summary>
    public IReadOnlyList<MerchantClause> UncertainFor { get; init; } = [];

    /// <summary>Routes one of which comes first.</summary>
    public AfterRoutes? First { get; init; }

    /// <summary>Routes that must not be open beside it without asking, whichever of the two came first.</summary>
    public IReadOnlyList<Exclusion> Excludes { get; init; } = [];

    /// <summary>The steps that can be filed, in order; at least one.</summary>
    public required IReadOnlyList<RouteStep> Steps { get; init; }

    /// <summary>Until when, or after what time, one may file, where a rule says so.</summary>
    public IReadOnlyList<RouteTerm> FileWithin { get; init; } = [];

    /// <summary>Papers that it needs.</summary>
    public required IReadOnlyList<RoutePaper> Papers { get; init; }

    /// <summary>What comes after a refusal or silence.</summary>
    public required NextRoutes Next { get; init; }

    /// <summary>What it cannot do.</summary>
    public required Words CannotDo { get; init; }

    /// <summary>Codes of the rules behind it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The step of a code; the only one when none is named.</summary>
    public RouteStep? StepOf(string? code) =>
        string.IsNullOrEmpty(code) ? Steps.Count == 1 ? Steps[0] : null : Steps.FirstOrDefault(s => s.Code == code);

    /// <summary>What begins when a body takes up the filing of a step; none where nothing does.</summary>
    public RouteStep? StepAfter(string code) => Steps.SkipWhile(s => s.Code != code).Skip(1).FirstOrDefault() is { From: not null } next ? next : null;

    /// <summary>What kinds of bodies a step is filed with; those of the route where it names none of its own.</summary>
    public IReadOnlyList<InstitutionKind> BodiesOf(RouteStep? step) => step is { Bodies.Count: > 0 } own ? own.Bodies : Bodies;
}

/// <summary>A statement with the rules behind it.</summary>
public sealed record Clause(Words Text, IReadOnlyList<string> Rules);

/// <summary>A condition for the measures of a holder.</summary>
/// <param name="Holder">Whose measures.</param>
/// <param name="Text">The condition.</param>
/// <param name="Rules">Rules behind it.</param>
public sealed record HolderCondition(MeasureHolder Holder, Words Text, IReadOnlyList<string> Rules)
{
    /// <summary>Who certainly does not meet it; their measures the route does not fit.</summary>
    public IReadOnlyList<ImposedBy> NotBy { get; init; } = [];

    /// <summary>Whether the measure may be one of those that it is about.</summary>
    public bool Covers(MeasureFact measure) => measure.Holder == Holder && !NotBy.Contains(measure.By);
}

/// <summary>A statement about a kind of merchant.</summary>
public sealed record MerchantClause(MerchantKind Kind, Words Text, IReadOnlyList<string> Rules);

/// <summary>Routes that come before.</summary>
/// <param name="AnyOf">One of these, filed and not taken back.</param>
/// <param name="Must">Whether it is refused without; otherwise it is only usual.</param>
/// <param name="Text">Why.</param>
/// <param name="Rules">Rules behind it.</param>
public sealed record AfterRoutes(IReadOnlyList<string> AnyOf, bool Must, Words Text, IReadOnlyList<string> Rules);

/// <summary>A route that is not open beside another.</summary>
public sealed record Exclusion(string Route, Words Text, IReadOnlyList<string> Rules);

/// <summary>A step that can be filed.</summary>
/// <param name="Code">Code, unique within the route.</param>
/// <param name="Title">Its name.</param>
/// <param name="Answer">Term for the answer; none where no rule sets one.</param>
/// <param name="Note">What to know about the term.</param>
/// <param name="Rules">Rules behind the term; their label is the term's.</param>
public sealed record RouteStep(string Code, Words Title, Term? Answer, Words? Note, IReadOnlyList<string> Rules)
{
    /// <summary>
    /// The day from which its term runs, where that is another than the receipt of a filing; it is recorded as received, and until then
    /// nothing is due.
    /// </summary>
    public Words? From { get; init; }

    /// <summary>With whom, where that is another body than the route's.</summary>
    public IReadOnlyList<InstitutionKind> Bodies { get; init; } = [];

    /// <summary>Last day for the answer; none where no rule sets one or its start is not known yet.</summary>
    /// <param name="filed">Filed on.</param>
    /// <param name="sent">Sent on.</param>
    /// <param name="received">Received on; the only start of a step that names its own.</param>
    /// <param name="calendar">Which days are worked.</param>
    public DateOnly? DueOn(DateOnly? filed, DateOnly? sent, DateOnly? received, WorkCalendar calendar) =>
        (From is null ? received ?? sent ?? filed : received) is { } start ? Answer?.LastDay(start, calendar) : null;
}

/// <summary>A time that decides when one may act.</summary>
/// <param name="Term">How long.</param>
/// <param name="From">From when.</param>
/// <param name="Rules">Rules behind it.</param>
/// <param name="Waits">Whether one may act only after it, instead of within it.</param>
public sealed record RouteTerm(Term Term, Words From, IReadOnlyList<string> Rules, bool Waits = false);

/// <summary>Papers for one purpose.</summary>
/// <param name="Codes">Kinds of the evidence catalogue; may be empty where it is about what a letter says.</param>
/// <param name="Text">What is asked for.</param>
public sealed record RoutePaper(IReadOnlyList<string> Codes, Words Text);

/// <summary>What comes after a refusal or silence.</summary>
public sealed record NextRoutes(IReadOnlyList<string> Routes, Words Text);

/// <summary>Whose measure it is.</summary>
public static class MeasureHolders
{
    /// <summary>Decides from kind, imposer and, where the institution is in the directory, what it is.</summary>
    public static MeasureHolder Of(MeasureKind kind, ImposedBy by, InstitutionKind? institution) => (kind, by) switch
    {
        (MeasureKind.JudicialFreeze or MeasureKind.EmergencyStopPayment, _) => MeasureHolder.Judicial,
        (MeasureKind.SanctionList, _) => MeasureHolder.Listing,
        (MeasureKind.AmlTempFreeze, _) => MeasureHolder.Administrative,
        (_, _) when Cases.Measures.MeasureAuthority.IsJudicial(by) => MeasureHolder.Judicial,
        (_, ImposedBy.Regulator) => MeasureHolder.Administrative,
        (_, ImposedBy.ClearingOrganisation) => MeasureHolder.Clearing,
        (_, ImposedBy.Bank) => MeasureHolder.Bank,
        (_, ImposedBy.PaymentInstitution) => MeasureHolder.PaymentInstitution,
        (_, ImposedBy.Acquirer) => institution switch
        {
            InstitutionKind.Bank => MeasureHolder.Bank,
            InstitutionKind.PaymentInstitution => MeasureHolder.PaymentInstitution,
            _ => MeasureHolder.Acquirer,
        },
        _ => MeasureHolder.Unknown,
    };
}
