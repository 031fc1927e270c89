using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>
/// One frozen account, from filing to a reviewed closing. Work status, freeze state (the ledger), outcome and each institution's
/// record state are separate axes. Every change is a verb; a status changes only through <see cref="Move"/>.
/// </summary>
public sealed partial class Case : IVersioned
{
    /// <summary>Due moment of a case that nobody waits for any more.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    // More minutes than there are until the year 10000.
    private const long MinutesPerPriority = 10_000_000_000;

    private readonly List<CaseEvent> events = [];

    private Case()
    {
    }

    /// <summary>Id.</summary>
    public CaseId Id { get; private init; }

    /// <summary>Running number; orders cases where two share a sort key.</summary>
    public long Serial { get; private init; }

    /// <summary>Number that people use, e.g. <c>FZ-2026-000123</c>.</summary>
    public string Number { get; private init; } = "";

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Work status.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Where a waiting or reviewed case goes back to.</summary>
    public CaseStatus? ResumeStatus { get; private set; }

    /// <summary>How it ended, once closed.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>The merchant.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Who handed it in.</summary>
    public Guid FiledById { get; private init; }

    /// <summary>Whether the desk filed it for the merchant.</summary>
    public bool FiledByDesk { get; private init; }

    /// <summary>The agent or supervisor who works it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>For whom the owner works it while that one is away: his name.</summary>
    public string? OwnerFor { get; private set; }

    /// <summary>When it was handed in; the merchant's total runs from here and never pauses.</summary>
    public DateTimeOffset FiledAt { get; private init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the present stage began.</summary>
    public DateTimeOffset StageSince { get; private set; }

    /// <summary>When the present stage must end by our own clock.</summary>
    public DateTimeOffset StageDueAt { get; private set; } = Never;

    /// <summary>When the next follow-up with an institution is due.</summary>
    public DateTimeOffset? FollowUpAt { get; private set; }

    /// <summary>By when somebody must ask whether a measure was renewed; none when there is nothing to ask.</summary>
    public DateTimeOffset? RenewalDueAt { get; private set; }

    /// <summary>
    /// The next moment somebody must act: the earliest of the stage's end, the next follow-up, a temporary release that ends, the next open
    /// deadline and the next question about a renewal.
    /// </summary>
    public DateTimeOffset DueAt { get; private set; } = Never;

    /// <summary>How urgent.</summary>
    public Priority Priority { get; private set; }

    /// <summary>
    /// Where it stands among others when the most urgent comes first: the priority before everything, then the minute it is due. Of lists and
    /// of whoever takes the next case; smaller comes first.
    /// </summary>
    public long WorkOrder { get; private set; }

    /// <summary>The amount at stake in yuan: what the ledger says was frozen, until then what the merchant said.</summary>
    public decimal? Amount
    {
        get;
        private set => (field, AmountOrder) = (value, value ?? 0m);
    }

    /// <summary>What lists sort by amount with: the amount, nothing where none is known.</summary>
    public decimal AmountOrder { get; private set; }

    /// <summary>The surviving case, where this one is a duplicate.</summary>
    public CaseId? DuplicateOf { get; private set; }

    /// <summary>What happened, in order. Only events added in this unit of work are loaded.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>In which relations the actor stands to this case.</summary>
    public IReadOnlySet<Doer> RelationsOf(Actor actor) =>
        CaseLifecycle.RelationsOf(actor, MerchantId.Value, OwnerId, ProposedById);

    /// <summary>Gives the case to an agent or supervisor; a note says when it is a cover's, or comes back from one.</summary>
    public Result AssignTo(Guid ownerId, string ownerName, Actor by, DateTimeOffset at, HandoverNote? note = null)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        (OwnerId, OwnerFor) = (ownerId, note?.ForName);
        (EscalatedAt, EscalationLevel) = (null, 0);
        Record(CaseEventKind.Assigned, by, at, EventDetails.Of(("owner", ownerName), ("away", note?.ForName), ("backFrom", note?.BackFrom)));
        return Result.Ok;
    }

    /// <summary>The only way a status changes: looks the table up, refuses with a code, appends the event.</summary>
    private CaseMoveRefused? Move(CaseAction action, CaseEventKind kind, Actor by, DateTimeOffset at, CaseOptions clock, EventDetails details)
    {
        if (CaseLifecycle.Find(Status, action) is not { } move || !move.Who.Any(RelationsOf(by).Contains))
        {
            return new CaseMoveRefused(Status, action);
        }

        var from = Status;
        Status = move.To ?? ResumeStatus ?? throw new InvalidOperationException($"{Number} has nowhere to go back to from {Status}.");
        ResumeStatus = Status is CaseStatus.Waiting or CaseStatus.Resolution ? from : null;
        StageSince = at;
        (ClockLeft, StageDueAt) = (null, clock.DueOf(Status, at));
        PauseForRoute(at, clock);
        ClosedAt = Status == CaseStatus.Closed ? at : null;
        (EscalatedAt, EscalationLevel) = Status == CaseStatus.Closed ? (null, 0) : (EscalatedAt, EscalationLevel);
        Reclock();
        Append(kind, by, at, from, Status, deskOnly: false, details);
        return null;
    }

    /// <summary>Whether the owner may do work that does not change the status.</summary>
    private Error? RefuseUnlessWorkedBy(Actor by, params ReadOnlySpan<CaseStatus> stages) =>
        Status == CaseStatus.Closed ? new CaseLocked()
        : OwnerId != by.Id ? new NotTheOwner()
        : stages.Contains(Status) ? null
        : new WrongStage(Status);

    private void Reclock()
    {
        var ours = Status == CaseStatus.Waiting
            ? WaitUntil ?? Never
            : new[] { StageDueAt, FollowUpAt ?? Never, ReliefDueAt ?? Never }.Min();
        DueAt = Status == CaseStatus.Closed ? Never : new[] { ours, DeadlineAt ?? Never, RenewalDueAt ?? Never }.Min();
        Reorder();
    }

    private void Reorder() => WorkOrder = ((Priority.Urgent - Priority) * MinutesPerPriority) + (DueAt.UtcTicks / TimeSpan.TicksPerMinute);

    private void Record(CaseEventKind kind, Actor by, DateTimeOffset at, EventDetails details, bool deskOnly = false) =>
        Append(kind, by, at, null, null, deskOnly, details);

    private void Append(
        CaseEventKind kind, Actor by, DateTimeOffset at, CaseStatus? from, CaseStatus? to, bool deskOnly, EventDetails details)
    {
        events.Add(CaseEvent.Of(Id, kind, by, at, from, to, deskOnly, details));
        (UpdatedAt, ClockCheckAt) = (at, at);
    }
}

/// <summary>Why a case changes hands when somebody is away.</summary>
/// <param name="ForName">For whom the new owner works it meanwhile.</param>
/// <param name="BackFrom">From which cover it comes back.</param>
public sealed record HandoverNote(string? ForName = null, string? BackFrom = null);

/// <summary>How urgent a case is.</summary>
public enum Priority
{
    /// <summary>普通.</summary>
    Normal,

    /// <summary>较急: by the score, or as a supervisor decided.</summary>
    High,

    /// <summary>紧急: by the score, or as a supervisor decided.</summary>
    Urgent,
}
