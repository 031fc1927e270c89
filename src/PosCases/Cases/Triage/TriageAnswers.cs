using PosCases.Cases.Filing;

namespace PosCases.Cases.Triage;

/// <summary>What still works, or what the terminal says (second question).</summary>
public enum TerminalSign
{
    /// <summary>Sales and payouts work.</summary>
    AllWorks,

    /// <summary>Sales work, the money does not arrive.</summary>
    PayoutMissing,

    /// <summary>Every sale is refused, or the terminal says that the merchant is stopped or limited.</summary>
    SalesRefused,

    /// <summary>The terminal says maintenance or upgrade.</summary>
    MaintenanceShown,

    /// <summary>Does not start, or the battery dies.</summary>
    NoPower,

    /// <summary>No network, no signal, no connection.</summary>
    NoNetwork,

    /// <summary>An error code.</summary>
    ErrorCode,

    /// <summary>One card fails, others work.</summary>
    OneCardOnly,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>What the official app, which he opened himself, or the statement shows (third question).</summary>
public enum OfficialSign
{
    /// <summary>A notice of a measure: who, what, why.</summary>
    MeasureNotice,

    /// <summary>The account shows as limited, stopped or frozen, without a notice.</summary>
    AccountRestricted,

    /// <summary>An announcement of maintenance or an upgrade.</summary>
    MaintenanceNotice,

    /// <summary>Nothing out of the ordinary.</summary>
    NothingUnusual,

    /// <summary>He cannot get in.</summary>
    CannotOpen,

    /// <summary>He has not looked yet.</summary>
    NotLooked,
}

/// <summary>What was given away already; whoever gave something needs the emergency steps before anything else.</summary>
public enum GivenAway
{
    /// <summary>An SMS code.</summary>
    Code,

    /// <summary>A password, card check number or PIN.</summary>
    Password,

    /// <summary>Money: a fee, a deposit, a transfer.</summary>
    Money,

    /// <summary>The screen, remote control, or an app that they named.</summary>
    Device,

    /// <summary>A face scan or a photo of the identity card.</summary>
    Identity,

    /// <summary>The terminal.</summary>
    Terminal,
}

/// <summary>The answers to the three questions. Codes only: nothing that was typed, no secret, nothing about a person.</summary>
public sealed record TriageAnswers
{
    /// <summary>How he learned of it.</summary>
    public NoticeChannel? ToldBy { get; init; }

    /// <summary>What they asked for.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>What was given away already.</summary>
    public IReadOnlyList<GivenAway> Given { get; init; } = [];

    /// <summary>What still works, or what the terminal says.</summary>
    public TerminalSign? Terminal { get; init; }

    /// <summary>What the official app or the statement shows.</summary>
    public OfficialSign? Official { get; init; }

    /// <summary>Until when maintenance was announced; Shanghai date.</summary>
    public DateOnly? MaintenanceUntil { get; init; }

    /// <summary>
    /// The same answers as the beginning of a case. What triage did not ask stays open, but when it looks like a scam: then the freeze
    /// itself is what nobody knows, and the agent finds out.
    /// </summary>
    public FilingForm ToForm() => TriageAdvisor.Advise(this).Result == TriageResult.Scam
        ? Told() with { Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.Unknown }
        : Told();

    private FilingForm Told() => new()
    {
        ToldBy = ToldBy,
        Demands = AskedOrGiven,
        NothingDemanded = ToldBy is not null && AskedOrGiven.Count == 0,
        AbilitiesOff = Terminal switch
        {
            TerminalSign.PayoutMissing => [Ability.Withdraw],
            TerminalSign.SalesRefused => [Ability.Accept],
            _ => [],
        },
        Before = Official is OfficialSign.MaintenanceNotice || Terminal is TerminalSign.MaintenanceShown ? [PriorEvent.Maintenance] : [],
        Triage = this,
    };

    // Whoever gave something was asked for it.
    private IReadOnlyList<Demand> AskedOrGiven => [.. Demands.Concat(Given.Select(given => given switch
    {
        GivenAway.Code => Demand.SmsCode,
        GivenAway.Password => Demand.Password,
        GivenAway.Money => Demands.Contains(Demand.Transfer) ? Demand.Transfer : Demand.Fee,
        GivenAway.Device => Demands.Contains(Demand.App) ? Demand.App : Demand.ScreenShare,
        GivenAway.Identity => Demand.FaceScan,
        GivenAway.Terminal => Demand.NewTerminal,
    })).Distinct()];
}
