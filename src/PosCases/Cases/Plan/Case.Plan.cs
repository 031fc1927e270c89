using PosCases.Cases.Plan;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<CaseStep> steps = [];

    /// <summary>The plan: steps of the pinned playbook versions.</summary>
    public IReadOnlyList<CaseStep> Steps => steps;

    /// <summary>Puts steps on the plan; a step that is there already is not added twice.</summary>
    internal void PlanSteps(IEnumerable<PlannedStep> planned)
    {
        foreach (var step in planned.Where(p => !steps.Exists(s => s.Playbook == p.Playbook && s.Code == p.Code)))
        {
            steps.Add(CaseStep.Of(Id, steps.Count, step));
        }
    }

    /// <summary>Ends a step: done, or left out with a reason. A merchant's step may be ended by the merchant too.</summary>
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

        if (OwnerId != by.Id && !(step.Role == StepRole.Merchant && by.IsMerchant && done))
        {
            return new NotTheOwner();
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
}
