using PosCases.Cases.Filing;

namespace PosCases.Cases.Triage;

/// <summary>Where three answers lead. A first sorting for the merchant; the verdict on a notice is the agent's.</summary>
public enum TriageResult
{
    /// <summary>很像诈骗.</summary>
    Scam,

    /// <summary>设备或网络的问题.</summary>
    Device,

    /// <summary>系统维护.</summary>
    Maintenance,

    /// <summary>确有措施: the official side itself shows it.</summary>
    RealMeasure,

    /// <summary>还要问: only the institution can say.</summary>
    MustAsk,
}

/// <summary>Why; each has a sentence.</summary>
public enum TriageReason
{
    /// <summary>Something was given away already.</summary>
    AlreadyGiven,

    /// <summary>They asked for what nobody needs to lift a freeze.</summary>
    AskedForKeysOrMoney,

    /// <summary>A stranger pressed, sent a link or wanted a face scan.</summary>
    StrangerPressed,

    /// <summary>A stranger says "frozen", while everything works and the official side shows nothing.</summary>
    SaidButNotSo,

    /// <summary>The official side shows a measure too: it is checked on its own, apart from the one who called.</summary>
    MeasureShownToo,

    /// <summary>Maintenance was announced officially.</summary>
    MaintenanceAnnounced,

    /// <summary>The terminal says maintenance.</summary>
    MaintenanceOnTerminal,

    /// <summary>The official side gave notice of a measure.</summary>
    OfficialNotice,

    /// <summary>The official side shows the account as limited.</summary>
    OfficialRestriction,

    /// <summary>Power, network or an error code.</summary>
    TerminalTechnical,

    /// <summary>Only one card fails.</summary>
    OneCard,

    /// <summary>The money does not arrive.</summary>
    PayoutMissing,

    /// <summary>Sales are refused.</summary>
    SalesRefused,

    /// <summary>The official side was not looked at yet, or cannot be opened.</summary>
    NotSeenOfficially,

    /// <summary>Asked for through an official-looking channel what must be checked first.</summary>
    CheckTheRequest,

    /// <summary>Nothing speaks for a freeze so far.</summary>
    NothingFound,
}

/// <summary>Where the answers lead, and why.</summary>
/// <param name="Result">Where.</param>
/// <param name="Reasons">Why, the weightiest first; never empty.</param>
/// <param name="InDanger">Something was given away: emergency steps before anything else.</param>
public sealed record TriageAdvice(TriageResult Result, IReadOnlyList<TriageReason> Reasons, bool InDanger);

/// <summary>Maps the three answers to where they lead. Pure; the same answers always lead to the same place.</summary>
public static class TriageAdvisor
{
    // Nobody needs these to lift a freeze (domain: fake calls). The others an institution's own app may ask for.
    private static readonly Demand[] Never =
        [Demand.SmsCode, Demand.Password, Demand.Fee, Demand.Transfer, Demand.App, Demand.ScreenShare, Demand.NewTerminal];

    private static readonly NoticeChannel[] Strangers =
        [NoticeChannel.Phone, NoticeChannel.Sms, NoticeChannel.Messenger, NoticeChannel.Email, NoticeChannel.InPerson, NoticeChannel.Unknown];

    /// <summary>Where the answers lead. An answer that is still open counts as "don't know".</summary>
    public static TriageAdvice Advise(TriageAnswers answers)
    {
        if (ReasonsForScam(answers) is { Count: > 0 } scam)
        {
            return new(TriageResult.Scam, scam, answers.Given.Count > 0);
        }

        var (result, reason) = answers switch
        {
            { Official: OfficialSign.MeasureNotice } => (TriageResult.RealMeasure, TriageReason.OfficialNotice),
            { Official: OfficialSign.AccountRestricted } => (TriageResult.RealMeasure, TriageReason.OfficialRestriction),
            { Official: OfficialSign.MaintenanceNotice } => (TriageResult.Maintenance, TriageReason.MaintenanceAnnounced),
            { Terminal: TerminalSign.MaintenanceShown } => (TriageResult.Maintenance, TriageReason.MaintenanceOnTerminal),
            { Terminal: TerminalSign.NoPower or TerminalSign.NoNetwork or TerminalSign.ErrorCode } => (TriageResult.Device, TriageReason.TerminalTechnical),
            { Terminal: TerminalSign.OneCardOnly } => (TriageResult.Device, TriageReason.OneCard),
            { Terminal: TerminalSign.PayoutMissing } => (TriageResult.MustAsk, TriageReason.PayoutMissing),
            { Terminal: TerminalSign.SalesRefused } => (TriageResult.MustAsk, TriageReason.SalesRefused),
            { Terminal: TerminalSign.AllWorks, Official: OfficialSign.NothingUnusual } => (TriageResult.MustAsk, TriageReason.NothingFound),
            _ => (TriageResult.MustAsk, TriageReason.NotSeenOfficially),
        };
        return new(result, [reason, .. Also(answers, reason)], InDanger: false);
    }

    private static List<TriageReason> ReasonsForScam(TriageAnswers answers)
    {
        List<TriageReason> reasons = [];
        var stranger = answers.ToldBy is not { } told || Strangers.Contains(told);
        if (answers.Given.Count > 0)
        {
            reasons.Add(TriageReason.AlreadyGiven);
        }

        if (answers.Demands.Any(Never.Contains))
        {
            reasons.Add(TriageReason.AskedForKeysOrMoney);
        }
        else if (answers.Demands.Count > 0 && stranger)
        {
            reasons.Add(TriageReason.StrangerPressed);
        }

        if (stranger && answers is { ToldBy: not (null or NoticeChannel.Unknown), Terminal: TerminalSign.AllWorks, Official: OfficialSign.NothingUnusual })
        {
            reasons.Add(TriageReason.SaidButNotSo);
        }

        if (reasons.Count > 0 && answers.Official is (OfficialSign.MeasureNotice or OfficialSign.AccountRestricted))
        {
            reasons.Add(TriageReason.MeasureShownToo);
        }

        return reasons;
    }

    private static IEnumerable<TriageReason> Also(TriageAnswers answers, TriageReason first)
    {
        if (answers.Demands.Count > 0)
        {
            yield return TriageReason.CheckTheRequest;
        }

        if (first != TriageReason.NotSeenOfficially && answers.Official is (null or OfficialSign.NotLooked or OfficialSign.CannotOpen))
        {
            yield return TriageReason.NotSeenOfficially;
        }
    }
}
