using PosCases.Cases.Plan;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<CaseStep> steps = [];
    private readonly List<CasePlaybook> playbooks = [];

    /// <summary>The plan: steps of the pinned playbook versions, in order.</summary>
    public IReadOnlyList<CaseStep> Steps => steps;

    /// <summary>The playbook versions that the case keeps to, those that left included.</summary>
    public IReadOnlyList<CasePlaybook> Playbooks => playbooks;

    /// <summary>
    /// Lays the plan anew. Steps that are new come in; steps that nobody has begun follow the wanted text or leave; what was begun or
    /// ended stays as it was.
    /// </summary>
    /// <returns>The steps that left.</returns>
    internal IReadOnlyList<CaseStep> Replan(IReadOnlyList<PlannedStep> wanted, DateTimeOffset at)
    {
        List<CaseStep> left = [.. steps.Where(s => !s.IsTouched && !wanted.Any(w => w.Code == s.Code))];
        steps.RemoveAll(left.Contains);
        foreach (var step in wanted)
        {
            if (steps.Find(s => s.Code == step.Code) is { } known)
            {
                known.Follow(step);
            }
            else
            {
                steps.Add(CaseStep.Of(Id, step, at));
            }
        }

        var order = wanted.Select((step, index) => (step.Code, index)).ToDictionary(s => s.Code, s => s.index, StringComparer.Ordinal);
        foreach (var (step, place) in steps.OrderBy(s => PlanOrder.Of(s.Stage)).ThenBy(s => order.GetValueOrDefault(s.Code, -1)).Select((s, i) => (s, i)))
        {
            step.MoveTo(place);
        }

        return left;
    }

    /// <summary>Ends the agent's steps whose work the case shows to be done.</summary>
    internal void EndRecordedSteps(IReadOnlyList<PlannedStep> wanted, IReadOnlySet<RecordedWork> recorded, Actor by, DateTimeOffset at)
    {
        var ended = wanted.Where(w => w.EndsWith is { } work && recorded.Contains(work)).Select(w => w.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var step in steps.Where(s => s is { State: StepState.Todo, Role: StepRole.Agent, Decision: null } && ended.Contains(s.Code)))
        {
            step.End(StepState.Done, null, by, at);
            Record(CaseEventKind.StepDone, by, at, EventDetails.Of(("titleZh", step.TitleZh), ("titleEn", step.TitleEn)), deskOnly: true);
        }
    }

    /// <summary>Says that the plan changed, for the desk.</summary>
    internal void RecordPlanChange(int added, int left, Actor by, DateTimeOffset at) =>
        Record(CaseEventKind.PlanChanged, by, at, EventDetails.Of(("added", added > 0 ? added : null), ("left", left > 0 ? left : null)), deskOnly: true);

    /// <summary>Keeps to a playbook version from now on.</summary>
    internal void Pin(string code, int version, DateTimeOffset at)
    {
        if (playbooks.Find(p => p.Code == code) is { } known)
        {
            known.PinTo(version, at);
        }
        else
        {
            playbooks.Add(CasePlaybook.Of(Id, code, version, at));
        }
    }

    /// <summary>Moves pinned playbooks to other versions; their steps follow when the plan is laid anew.</summary>
    public Result MovePlaybooks(IReadOnlyDictionary<string, int> versions, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        List<CasePlaybook> moving = [.. playbooks.Where(p => p.LeftAt is null && versions.TryGetValue(p.Code, out var version) && version != p.Version)];
        if (moving.Count == 0)
        {
            return new NothingNewer();
        }

        moving.ForEach(p => p.PinTo(versions[p.Code], at));
        Record(
            CaseEventKind.PlaybooksMoved, by, at, EventDetails.Of(("playbooks", string.Join(", ", moving.Select(p => $"{p.Code} {p.Version}")))), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Begins a step: from now on it stays on the plan, and limits that run from its begin are counted.</summary>
    public Result BeginStep(Guid stepId, Actor by, DateTimeOffset at)
    {
        if (FindStep(stepId, by) is { Succeeded: false, Error: var refused })
        {
            return refused;
        }

        var step = steps.Single(s => s.Id == stepId);
        if (step.IsTouched)
        {
            return new StepBegun();
        }

        step.Begin(at);
        Record(CaseEventKind.StepBegun, by, at, EventDetails.Of(("titleZh", step.TitleZh), ("titleEn", step.TitleEn)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Ends a step: done, or left out with a reason. A merchant's step may be ended by the merchant too, a supervisor's by any
    /// supervisor and nobody else.</summary>
    public Result EndStep(Guid stepId, bool done, string? note, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (steps.Find(s => s.Id == stepId) is not { } step)
        {
            return new NotFound("Step");
        }

        if (!MayEnd(step, done, by))
        {
            return step.Role == StepRole.Supervisor ? new SupervisorsStep() : new NotTheOwner();
        }

        if (done && step.Decision is not null)
        {
            return new StepNeedsAnswer();
        }

        if (!done && step.Mandatory && string.IsNullOrWhiteSpace(note))
        {
            return new Invalid("Note", "NotEmptyValidator");
        }

        step.End(done ? StepState.Done : StepState.Skipped, note, by, at);
        Record(
            done ? CaseEventKind.StepDone : CaseEventKind.StepSkipped,
            by,
            at,
            EventDetails.Of(("titleZh", step.TitleZh), ("titleEn", step.TitleEn), ("note", done ? null : note)),
            deskOnly: step.Role != StepRole.Merchant);
        return Result.Ok;
    }

    /// <summary>Answers the question of a step; a later answer corrects an earlier one, the events keep both.</summary>
    public Result AnswerDecision(Guid stepId, string option, string? note, Actor by, DateTimeOffset at)
    {
        if (FindStep(stepId, by) is { Succeeded: false, Error: var refused })
        {
            return refused;
        }

        var step = steps.Single(s => s.Id == stepId);
        if (step.Decision?.Find(option) is not { } chosen)
        {
            return new Invalid("Option", "UnknownCode");
        }

        step.Choose(chosen.Code, note, by, at);
        Record(
            CaseEventKind.DecisionAnswered,
            by,
            at,
            EventDetails.Of(
                ("titleZh", step.Decision.Question.Zh), ("titleEn", step.Decision.Question.En),
                ("choiceZh", chosen.Label.Zh), ("choiceEn", chosen.Label.En), ("note", note)),
            deskOnly: true);
        return Result.Ok;
    }

    private bool MayEnd(CaseStep step, bool done, Actor by) => step.Role switch
    {
        StepRole.Supervisor => by.Role == Role.Supervisor,
        StepRole.Merchant => OwnerId == by.Id || (by.IsMerchant && done),
        StepRole.Agent => OwnerId == by.Id,
    };

    private Result FindStep(Guid stepId, Actor by) =>
        Status == CaseStatus.Closed ? new CaseLocked()
        : !steps.Exists(s => s.Id == stepId) ? new NotFound("Step")
        : OwnerId != by.Id ? new NotTheOwner()
        : Result.Ok;
}
