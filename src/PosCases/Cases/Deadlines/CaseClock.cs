using PosCases.Cases.Plan;
using PosCases.Cases.Routes;

namespace PosCases.Cases.Deadlines;

/// <summary>Which clock it is.</summary>
public enum ClockKind
{
    /// <summary>Ours: the present stage; pauses while the case waits.</summary>
    Stage,

    /// <summary>The institution's: its answer to a submission.</summary>
    Answer,

    /// <summary>The institution's: what it promised.</summary>
    Promise,

    /// <summary>Ours: a follow-up with an institution.</summary>
    FollowUp,

    /// <summary>A deadline of the law, a rule or a document.</summary>
    Legal,

    /// <summary>The body's: its answer to a filing on a remedy route.</summary>
    Filing,

    /// <summary>Ours: a step of the plan to which a limit is set.</summary>
    Step,

    /// <summary>The merchant's total since filing; never pauses.</summary>
    Total,
}

/// <summary>One clock of a case at a moment. Computed, never stored.</summary>
public sealed record CaseClock
{
    /// <summary>Which.</summary>
    public required ClockKind Kind { get; init; }

    /// <summary>Stable within the case: kind, and what it belongs to.</summary>
    public required string Key { get; init; }

    /// <summary>Runs since.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Its last moment; none where no date is known.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>From when it is said to end soon.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The working time it had left when it was paused.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeadlineState State { get; init; }

    /// <summary>The stage, for ours.</summary>
    public CaseStatus? Stage { get; init; }

    /// <summary>The institution's thread, for its clocks.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>Number of the submission, for an answer.</summary>
    public int? Round { get; init; }

    /// <summary>What was promised.</summary>
    public string? Promise { get; init; }

    /// <summary>The deadline, with basis and source.</summary>
    public LegalDeadline? Legal { get; init; }

    /// <summary>The filing whose answer is awaited.</summary>
    public RouteFiling? Filing { get; init; }

    /// <summary>The step.</summary>
    public CaseStep? Step { get; init; }

    /// <summary>What was noted about its warning or breach.</summary>
    public ClockMark? Mark { get; init; }

    /// <summary>Whether it is late and nobody took note.</summary>
    public bool NeedsNote => State == DeadlineState.Breached && Mark is { BreachedAt: not null, AcknowledgedAt: null };

    /// <summary>Whether people are told of its end and the supervisors are called when nobody takes note; an optional step calls nobody.</summary>
    public bool Escalates => Step is null or { Mandatory: true };

    /// <summary>When it next changes its state by time alone; none when it does not.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset now) =>
        State is DeadlineState.Met or DeadlineState.Paused || DueAt is not { } due ? null
        : WarnAt > now ? WarnAt
        : due >= now ? due.AddTicks(1)
        : null;
}

/// <summary>That a clock's warning or breach was told, once; who took note; whether it went to the supervisors.</summary>
public sealed class ClockMark
{
    private ClockMark()
    {
    }

    internal ClockMark(CaseId caseId, string key, DateTimeOffset dueAt) => (Id, CaseId, Key, DueAt) = (Guid.NewGuid(), caseId, key, dueAt);

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Key of the clock.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The end it is about; a clock that moved is told anew.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Warned at.</summary>
    public DateTimeOffset? WarnedAt { get; internal set; }

    /// <summary>Found late at.</summary>
    public DateTimeOffset? BreachedAt { get; internal set; }

    /// <summary>When somebody took note of the breach.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>Who, name at the time.</summary>
    public string? AcknowledgedBy { get; private set; }

    /// <summary>What is done about it.</summary>
    public string? Note { get; private set; }

    /// <summary>Level of the ladder that was told last; 0 before the first.</summary>
    public int Level { get; internal set; }

    /// <summary>When that level was told.</summary>
    public DateTimeOffset? EscalatedAt { get; internal set; }

    internal void Acknowledge(string by, string? note, DateTimeOffset at) => (AcknowledgedAt, AcknowledgedBy, Note) = (at, by, note);
}
