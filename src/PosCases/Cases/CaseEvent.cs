using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>What can happen to a case, for people to read; the sentence is made by the reader's screen in the reader's language.</summary>
public enum CaseEventKind
{
    /// <summary>The case was handed in.</summary>
    Filed,

    /// <summary>An agent took it up.</summary>
    VerificationStarted,

    /// <summary>A supervisor gave it to somebody.</summary>
    Assigned,

    /// <summary>Somebody asked an official channel.</summary>
    CheckRecorded,

    /// <summary>The notice was judged.</summary>
    VerdictRecorded,

    /// <summary>The freeze record was completed or corrected.</summary>
    MeasureRecorded,

    /// <summary>A cause was classified.</summary>
    CauseAdded,

    /// <summary>A cause was taken back.</summary>
    CauseRemoved,

    /// <summary>The notice is true; the papers are asked for.</summary>
    ConfirmedGenuine,

    /// <summary>The notice is a scam.</summary>
    ConfirmedFake,

    /// <summary>Nothing is frozen.</summary>
    ConfirmedNotAFreeze,

    /// <summary>A paper is asked for.</summary>
    EvidenceAsked,

    /// <summary>A paper was handed in.</summary>
    EvidenceSubmitted,

    /// <summary>A paper was taken back by the one who handed it in.</summary>
    EvidenceTakenBack,

    /// <summary>A paper was accepted.</summary>
    EvidenceAccepted,

    /// <summary>A paper was sent back with a reason.</summary>
    EvidenceRejected,

    /// <summary>The judging of a paper was taken back; it waits for judging again.</summary>
    JudgementUndone,

    /// <summary>A redacted copy was made of a paper.</summary>
    EvidenceRedacted,

    /// <summary>A supervisor waived a paper.</summary>
    EvidenceWaived,

    /// <summary>The virus scanner found something in a paper that had been taken in before it answered.</summary>
    EvidenceInfected,

    /// <summary>The text of a paper shows full card numbers; a copy is wanted where they are covered.</summary>
    CardNumbersFound,

    /// <summary>The stored bytes of a paper are no longer those that were handed in; nothing of it is handed out.</summary>
    EvidenceDamaged,

    /// <summary>Papers were erased by destroying their keys.</summary>
    EvidenceErased,

    /// <summary>A legal hold forbids erasing anything of the case.</summary>
    HoldPlaced,

    /// <summary>The legal hold ended.</summary>
    HoldLifted,

    /// <summary>An institution joined the case.</summary>
    PartyAdded,

    /// <summary>The papers went to an institution.</summary>
    SubmittedToInstitution,

    /// <summary>An institution answered.</summary>
    InstitutionAnswered,

    /// <summary>An institution wants more papers.</summary>
    MoreEvidenceRequested,

    /// <summary>A call, letter, mail, visit or portal message was logged.</summary>
    CommunicationLogged,

    /// <summary>A promise or follow-up was settled.</summary>
    FollowUpSettled,

    /// <summary>The ledger got an entry.</summary>
    LedgerEntryAdded,

    /// <summary>Somebody said what the freeze does to the business.</summary>
    ImpactRecorded,

    /// <summary>The score led to another priority.</summary>
    PriorityChanged,

    /// <summary>A supervisor decided the priority, or let the score count again.</summary>
    PriorityOverridden,

    /// <summary>A temporary or partial release was asked for.</summary>
    ReliefAsked,

    /// <summary>An institution answered such an ask: accepted, refused, or with another offer; or it lapsed.</summary>
    ReliefAnswered,

    /// <summary>A temporary release ends soon.</summary>
    ReliefEnding,

    /// <summary>It was settled what happens when it ends.</summary>
    ReliefEndSettled,

    /// <summary>A temporary release has ended.</summary>
    ReliefEnded,

    /// <summary>A way to be paid meanwhile was chosen.</summary>
    InterimChosen,

    /// <summary>A way to be paid meanwhile was ended.</summary>
    InterimEnded,

    /// <summary>An outcome was proposed.</summary>
    ResolutionProposed,

    /// <summary>The outcome was approved and the case closed.</summary>
    ResolutionApproved,

    /// <summary>The proposal was returned.</summary>
    ResolutionReturned,

    /// <summary>A legal route was taken.</summary>
    LegalRouteTaken,

    /// <summary>Something was filed on a remedy route.</summary>
    RouteFiled,

    /// <summary>It is known now when a body received a filing.</summary>
    RouteReceived,

    /// <summary>A body answered a filing, or let its time run out.</summary>
    RouteAnswered,

    /// <summary>A filing was taken back.</summary>
    RouteWithdrawn,

    /// <summary>A lawyer was invited to the case.</summary>
    GuestInvited,

    /// <summary>A lawyer no longer sees the case.</summary>
    GuestRevoked,

    /// <summary>A lawyer left advice; the event does not say what it says.</summary>
    AdviceAdded,

    /// <summary>The case waits for something until a date.</summary>
    WaitingStarted,

    /// <summary>The case goes on.</summary>
    Woken,

    /// <summary>The merchant asked to withdraw.</summary>
    WithdrawalRequested,

    /// <summary>The case was withdrawn.</summary>
    Withdrawn,

    /// <summary>The case is handled in another one.</summary>
    MarkedDuplicate,

    /// <summary>A supervisor reopened the case.</summary>
    Reopened,

    /// <summary>A step of the plan was done.</summary>
    StepDone,

    /// <summary>A step of the plan was left out with a reason.</summary>
    StepSkipped,

    /// <summary>A step of the plan was begun.</summary>
    StepBegun,

    /// <summary>The question of a step was answered.</summary>
    DecisionAnswered,

    /// <summary>Steps came onto the plan or left it.</summary>
    PlanChanged,

    /// <summary>The plan follows newer playbook versions.</summary>
    PlaybooksMoved,

    /// <summary>A paper is no longer asked for.</summary>
    EvidenceDropped,

    /// <summary>The merchant rated the handling.</summary>
    Rated,

    /// <summary>A deadline of the law, a rule or a document was set.</summary>
    DeadlineSet,

    /// <summary>A deadline ended: done or dropped.</summary>
    DeadlineEnded,

    /// <summary>A clock ends soon.</summary>
    ClockWarned,

    /// <summary>A clock ran out.</summary>
    ClockBreached,

    /// <summary>Somebody took note of a clock that ran out.</summary>
    BreachAcknowledged,

    /// <summary>Nobody took note of a clock that ran out: it went to the supervisors.</summary>
    Escalated,

    /// <summary>A supervisor settled the escalation.</summary>
    EscalationSettled,

    /// <summary>Nobody took note of a clock that ran out: whoever works the case was told again.</summary>
    EscalationReminded,

    /// <summary>What had run out was made good: the case left the ladder.</summary>
    EscalationEnded,

    /// <summary>The state of a terminal was recorded.</summary>
    DeviceChecked,

    /// <summary>Maintenance is announced until a date; afterwards it is asked whether it works again.</summary>
    MaintenanceRecorded,

    /// <summary>After maintenance it is asked whether it works again.</summary>
    RecheckAsked,

    /// <summary>It was answered whether it works again.</summary>
    RecheckAnswered,
    /// <summary>A renewal of a measure was recorded.</summary>
    MeasureRenewed,

    /// <summary>A measure ended.</summary>
    MeasureEnded,

    /// <summary>The expected expiry of a measure is near or has passed: somebody must ask whether it is renewed.</summary>
    RenewalDue,

    /// <summary>Nobody could say whether a measure was renewed; it is asked again.</summary>
    RenewalUnknown,

    /// <summary>A point of the check of a measure was answered.</summary>
    LegalityAnswered,

    /// <summary>A point of the list of risks was answered.</summary>
    RiskAnswered,

    /// <summary>The case was restricted to named people.</summary>
    Restricted,

    /// <summary>The named people of a restricted case were changed.</summary>
    ReadersChanged,

    /// <summary>The restriction was lifted.</summary>
    RestrictionLifted,

    /// <summary>A letter was begun.</summary>
    LetterMade,

    /// <summary>A letter was handed in for approval.</summary>
    LetterSubmitted,

    /// <summary>A letter was returned to its writers.</summary>
    LetterReturned,

    /// <summary>A letter became final.</summary>
    LetterFinished,

    /// <summary>A letter was put away, or taken up again for writing.</summary>
    LetterReopened,

    /// <summary>Transactions were imported.</summary>
    TransactionsImported,

    /// <summary>A transaction came onto the list of disputed ones.</summary>
    TransactionDisputed,

    /// <summary>A transaction left the list of disputed ones.</summary>
    DisputeCleared,

    /// <summary>A person found the transaction of a slip.</summary>
    SlipMatched,

    /// <summary>The case was linked to another one.</summary>
    Linked,

    /// <summary>A link was ended.</summary>
    LinkEnded,

    /// <summary>Another case was merged into this one.</summary>
    MergedIn,

    /// <summary>A merge was undone.</summary>
    MergeUndone,

    /// <summary>The case came into an incident.</summary>
    IncidentJoined,

    /// <summary>The case was taken out of an incident.</summary>
    IncidentLeft,

    /// <summary>A joint notice of an incident was sent to the merchant.</summary>
    IncidentNotice,

    /// <summary>The prevention plan was handed to the merchant.</summary>
    CarePlanHanded,

    /// <summary>Somebody looked back on the closed case.</summary>
    LookedBack,

    /// <summary>The case was taken over from older records.</summary>
    Imported,

    /// <summary>The work on the case was checked; told to its agent alone and not on the record.</summary>
    QualityChecked,
}

/// <summary>One thing that happened to a case. Never deleted, and never changed but for the names that erasing papers takes out.</summary>
public sealed class CaseEvent : IChangeSignal
{
    private CaseEvent()
    {
    }

    /// <summary>Order of all events; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>What happened.</summary>
    public CaseEventKind Kind { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who; empty for the system.</summary>
    public Guid ActorId { get; private init; }

    /// <summary>The name at the time.</summary>
    public string ActorName { get; private init; } = "";

    /// <summary>The role at the time.</summary>
    public Role ActorRole { get; private init; }

    /// <summary>Status before, where it changed.</summary>
    public CaseStatus? From { get; private init; }

    /// <summary>Status after, where it changed.</summary>
    public CaseStatus? To { get; private init; }

    /// <summary>Whether the merchant may not see it.</summary>
    public bool DeskOnly { get; private init; }

    /// <summary>What the sentence needs: field names and values.</summary>
    public IReadOnlyDictionary<string, string> Details { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    Guid IChangeSignal.Topic => CaseId.Value;

    /// <summary>Forgets what an erased file was called.</summary>
    /// <param name="names">Names of the erased files.</param>
    internal void ForgetFile(IReadOnlySet<string> names)
    {
        if (Details.TryGetValue("file", out var file) && names.Contains(file))
        {
            Details = new Dictionary<string, string>(Details, StringComparer.Ordinal) { ["file"] = Evidence.EvidenceItem.NoName };
        }
    }

    /// <summary>Forgets day and amount of an erased transaction.</summary>
    internal void ForgetTransaction()
    {
        if (Kind is CaseEventKind.TransactionDisputed or CaseEventKind.DisputeCleared or CaseEventKind.SlipMatched)
        {
            Details = Details.Where(d => d.Key is not ("on" or "amount")).ToDictionary(StringComparer.Ordinal);
        }
    }

    internal static CaseEvent Of(
        CaseId caseId, CaseEventKind kind, Actor by, DateTimeOffset at, CaseStatus? from, CaseStatus? to, bool deskOnly, EventDetails details) => new()
        {
            CaseId = caseId,
            Kind = kind,
            At = at,
            ActorId = by.Id,
            ActorName = by.Name,
            ActorRole = by.Role,
            From = from,
            To = to,
            DeskOnly = deskOnly,
            Details = details.Values,
        };
}

/// <summary>Collects the values of an event's sentence: <c>EventDetails.Of(("reason", text))</c>; empty values are left out.</summary>
public sealed record EventDetails(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Nothing to say beside the kind.</summary>
    public static readonly EventDetails None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Values by name.</summary>
    public static EventDetails Of(params (string Name, object? Value)[] values) => new(
        values.Where(v => v.Value is not null and not "")
            .ToDictionary(v => v.Name, v => Convert.ToString(v.Value, System.Globalization.CultureInfo.InvariantCulture)!, StringComparer.Ordinal));
}
