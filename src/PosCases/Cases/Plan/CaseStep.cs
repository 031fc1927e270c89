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
    public string Playbook { get; private set; } = "";

    /// <summary>Version of the playbook, pinned.</summary>
    public int PlaybookVersion { get; private set; }

    /// <summary>Code of the step within the playbook.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Stage in which it belongs.</summary>
    public CaseStatus Stage { get; private set; }

    /// <summary>Place in the plan.</summary>
    public int Position { get; private set; }

    /// <summary>Whether closing needs it done or explained.</summary>
    public bool Mandatory { get; private set; }

    /// <summary>Who does it.</summary>
    public StepRole Role { get; private set; }

    /// <summary>Title in Chinese.</summary>
    public string TitleZh { get; private set; } = "";

    /// <summary>Title in English.</summary>
    public string TitleEn { get; private set; } = "";

    /// <summary>What to do, in Chinese.</summary>
    public string GuidanceZh { get; private set; } = "";

    /// <summary>What to do, in English.</summary>
    public string GuidanceEn { get; private set; } = "";

    /// <summary>Where it comes from: item ids of the source documents and rules.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

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

    /// <summary>On the plan since; none in plans from before playbooks were merged.</summary>
    public DateTimeOffset? PlannedAt { get; private init; }

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

    /// <summary>Whether somebody began, ended or answered it.</summary>
    public bool IsTouched => BegunAt is not null || State != StepState.Todo;

    internal static CaseStep Of(CaseId caseId, PlannedStep step, DateTimeOffset at)
    {
        var made = new CaseStep { Id = Guid.NewGuid(), CaseId = caseId, Code = step.Code, PlannedAt = at };
        made.Take(step);
        return made;
    }

    /// <summary>Takes over the wanted text; what was begun keeps its words and only learns who else asks for it.</summary>
    internal void Follow(PlannedStep step)
    {
        if (!IsTouched)
        {
            Take(step);
        }
        else if (Origins.Count > 0 && !Origins.SequenceEqual(step.Origins))
        {
            Origins = [.. Origins, .. step.Origins.Where(o => !Origins.Any(known => known.Playbook == o.Playbook))];
        }
    }

    internal void MoveTo(int position) => Position = position;

    internal void Begin(DateTimeOffset at) => BegunAt = at;

    internal void Choose(string option, string? note, Actor by, DateTimeOffset at)
    {
        Answer = option;
        End(StepState.Done, note, by, at);
    }

    internal void End(StepState state, string? note, Actor by, DateTimeOffset at)
    {
        State = state;
        Note = note;
        EndedAt = at;
        EndedByName = by.Name;
    }

    private void Take(PlannedStep step)
    {
        (Playbook, PlaybookVersion, Stage, Mandatory, Role) = (step.Playbook, step.Version, step.Stage, step.Mandatory, step.Role);
        (TitleZh, TitleEn, GuidanceZh, GuidanceEn) = (step.TitleZh, step.TitleEn, step.GuidanceZh, step.GuidanceEn);
        (Sources, Origins, Deadline, Papers, Decision) = (step.Sources, step.Origins, step.Deadline, step.Papers, step.Decision);
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

    /// <summary>Recorded work that ends it.</summary>
    public RecordedWork? EndsWith { get; init; }
}

/// <summary>A playbook version that asks for a step.</summary>
/// <param name="Playbook">Code of the playbook.</param>
/// <param name="Version">Its version.</param>
public sealed record StepOrigin(string Playbook, int Version);
