using PosCases.Platform.Security;

namespace PosCases.Cases.Plan;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>待办.</summary>
    Todo,

    /// <summary>完成.</summary>
    Done,

    /// <summary>略过, with the reason.</summary>
    Skipped,
}

/// <summary>One step of the case's plan, copied from the pinned version of its playbook.</summary>
public sealed class CaseStep
{
    private CaseStep()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code of the playbook.</summary>
    public string Playbook { get; private init; } = "";

    /// <summary>Version of the playbook, pinned.</summary>
    public int PlaybookVersion { get; private init; }

    /// <summary>Code of the step within the playbook.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Stage in which it belongs.</summary>
    public CaseStatus Stage { get; private init; }

    /// <summary>Place in the plan.</summary>
    public int Position { get; private init; }

    /// <summary>Whether closing needs it done or explained.</summary>
    public bool Mandatory { get; private init; }

    /// <summary>Who does it.</summary>
    public StepRole Role { get; private init; }

    /// <summary>Title in Chinese.</summary>
    public string TitleZh { get; private init; } = "";

    /// <summary>Title in English.</summary>
    public string TitleEn { get; private init; } = "";

    /// <summary>What to do, in Chinese.</summary>
    public string GuidanceZh { get; private init; } = "";

    /// <summary>What to do, in English.</summary>
    public string GuidanceEn { get; private init; } = "";

    /// <summary>Where it comes from: item ids of the source documents and rules.</summary>
    public IReadOnlyList<string> Sources { get; private init; } = [];

    /// <summary>Every playbook version that asks for it; the first one gave the words. Empty in plans from before playbooks were merged.</summary>
    public IReadOnlyList<StepOrigin> Origins { get; private set; } = [];

    /// <summary>How long it may take; none when nobody sets a limit.</summary>
    public StepDeadline? Deadline { get; private set; }

    /// <summary>Papers that it works with (evidence catalogue).</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>The question that it puts; none for a plain step.</summary>
    public StepDecision? Decision { get; private set; }

    /// <summary>Code of the answer to its question.</summary>
    public string? Answer { get; private set; }

    /// <summary>Begun at; a begun step stays on the plan whatever becomes of its cause.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public StepState State { get; private set; }

    /// <summary>What was done, or why it was left out.</summary>
    public string? Note { get; private set; }

    /// <summary>Done or skipped at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Done or skipped by.</summary>
    public string? EndedByName { get; private set; }

    internal static CaseStep Of(CaseId caseId, int position, PlannedStep step) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Playbook = step.Playbook,
        PlaybookVersion = step.Version,
        Code = step.Code,
        Stage = step.Stage,
        Position = position,
        Mandatory = step.Mandatory,
        Role = step.Role,
        TitleZh = step.TitleZh,
        TitleEn = step.TitleEn,
        GuidanceZh = step.GuidanceZh,
        GuidanceEn = step.GuidanceEn,
        Sources = step.Sources,
        Origins = step.Origins,
        Deadline = step.Deadline,
        Papers = step.Papers,
        Decision = step.Decision,
    };

    internal void End(StepState state, string? note, Actor by, DateTimeOffset at)
    {
        State = state;
        Note = note;
        EndedAt = at;
        EndedByName = by.Name;
    }
}

/// <summary>Who does a step.</summary>
public enum StepRole
{
    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>The agent.</summary>
    Agent,

    /// <summary>The supervisor.</summary>
    Supervisor,
}

/// <summary>A step to put on a case's plan.</summary>
/// <param name="Playbook">Code of the playbook.</param>
/// <param name="Version">Its version.</param>
/// <param name="Code">Code of the step.</param>
/// <param name="Stage">Stage in which it belongs.</param>
/// <param name="Mandatory">Whether closing needs it done or explained.</param>
/// <param name="Role">Who does it.</param>
/// <param name="TitleZh">Title in Chinese.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="GuidanceZh">What to do, in Chinese.</param>
/// <param name="GuidanceEn">What to do, in English.</param>
/// <param name="Sources">Where it comes from.</param>
public sealed record PlannedStep(
    string Playbook, int Version, string Code, CaseStatus Stage, bool Mandatory, StepRole Role,
    string TitleZh, string TitleEn, string GuidanceZh, string GuidanceEn, IReadOnlyList<string> Sources)
{
    /// <summary>Every playbook version that asks for it, the naming one first.</summary>
    public IReadOnlyList<StepOrigin> Origins { get; init; } = [new(Playbook, Version)];

    /// <summary>How long it may take.</summary>
    public StepDeadline? Deadline { get; init; }

    /// <summary>Papers that it works with (evidence catalogue).</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The question that it puts.</summary>
    public StepDecision? Decision { get; init; }
}

/// <summary>A playbook version that asks for a step.</summary>
/// <param name="Playbook">Code of the playbook.</param>
/// <param name="Version">Its version.</param>
public sealed record StepOrigin(string Playbook, int Version);
