using PosCases.Cases;
using PosCases.Cases.Plan;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Plan;

public sealed class PlanTests
{
    [Fact]
    public void A_step_of_the_same_playbook_is_planned_once()
    {
        var made = Stage.Collecting();

        made.PlanSteps([Step("a"), Step("b")]);
        made.PlanSteps([Step("b"), Step("c")]);

        Assert.Equal([("a", 0), ("b", 1), ("c", 2)], made.Steps.Select(s => (s.Code, s.Position)));
    }

    [Fact]
    public void A_step_is_ended_by_the_owner_and_a_merchants_step_by_the_merchant_too()
    {
        var made = Stage.Collecting();
        made.PlanSteps([Step("desk"), Step("shop", StepRole.Merchant)]);
        var (desk, shop) = (made.Steps[0].Id, made.Steps[1].Id);

        Assert.Equal(new NotTheOwner(), made.EndStep(desk, done: true, null, Owner, Now).Error);
        Assert.Equal(new NotTheOwner(), made.EndStep(shop, done: false, "no", Owner, Now).Error);
        Assert.Equal(new NotTheOwner(), made.EndStep(desk, done: true, null, Wang, Now).Error);
        Assert.True(made.EndStep(shop, done: true, null, Clerk, Now).Succeeded);
        Assert.True(made.EndStep(desk, done: true, "called", Li, Now).Succeeded);
        Assert.Equal([(StepState.Done, "Li"), (StepState.Done, "He")], made.Steps.Select(s => (s.State, s.EndedByName)));
    }

    [Fact]
    public void What_the_desk_does_is_not_told_to_the_merchant()
    {
        var made = Stage.Collecting();
        made.PlanSteps([Step("desk"), Step("shop", StepRole.Merchant)]);

        Assert.All(made.Steps, step => Stage.Do(made.EndStep(step.Id, done: true, null, Li, Now)));

        Assert.Equal([true, false], made.Events.Where(e => e.Kind == CaseEventKind.StepDone).Select(e => e.DeskOnly));
    }

    [Fact]
    public void An_unknown_step_is_not_found() =>
        Assert.Equal(new NotFound("Step"), Stage.Collecting().EndStep(Guid.NewGuid(), done: true, null, Li, Now).Error);

    private static PlannedStep Step(string code, StepRole role = StepRole.Agent) =>
        new("p", 1, code, CaseStatus.EvidenceCollection, false, role, "t", "t", "g", "g", ["S01"]);
}
