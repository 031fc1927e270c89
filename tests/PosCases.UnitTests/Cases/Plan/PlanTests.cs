using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Plan;

public sealed class PlanTests
{
    private static readonly Bilingual Words = new("zh", "en");

    [Fact]
    public void A_plan_that_is_laid_again_keeps_its_steps_and_takes_the_new_order()
    {
        var made = Stage.Collecting();
        made.Replan([Step("a"), Step("b")], Now);
        var kept = made.Steps.Single(s => s.Code == "b").Id;

        var left = made.Replan([Step("c"), Step("b")], Now);

        Assert.Equal([("c", 0), ("b", 1)], made.Steps.OrderBy(s => s.Position).Select(s => (s.Code, s.Position)));
        Assert.Equal(kept, made.Steps.Single(s => s.Code == "b").Id);
        Assert.Equal(["a"], left.Select(s => s.Code));
    }

    [Fact]
    public void What_was_begun_or_ended_stays_with_its_words_when_nobody_asks_for_it_any_more()
    {
        var made = Stage.Collecting();
        made.Replan([Step("begun"), Step("done"), Step("open")], Now);
        Stage.Do(made.BeginStep(Of(made, "begun"), Li, Now));
        Stage.Do(made.EndStep(Of(made, "done"), done: true, "called", Li, Now));

        var left = made.Replan([Step("done") with { TitleEn = "another" }], Now);

        Assert.Equal(["open"], left.Select(s => s.Code));
        Assert.Equal(["begun", "done"], made.Steps.Select(s => s.Code).Order(StringComparer.Ordinal));
        Assert.Equal("t", made.Steps.Single(s => s.Code == "done").TitleEn);
    }

    [Fact]
    public void What_nobody_has_begun_follows_the_wanted_words()
    {
        var made = Stage.Collecting();
        made.Replan([Step("a")], Now);

        made.Replan([Step("a") with { TitleEn = "another", Mandatory = true, Version = 2, Origins = [new("p", 2), new("q", 1)] }], Now);

        var step = Assert.Single(made.Steps);
        Assert.Equal(("another", true, 2, 2), (step.TitleEn, step.Mandatory, step.PlaybookVersion, step.Origins.Count));
    }

    [Fact]
    public void A_step_is_ended_by_the_owner_and_a_merchants_step_by_the_merchant_too()
    {
        var made = Stage.Collecting();
        made.Replan([Step("desk"), Step("shop", StepRole.Merchant)], Now);
        var (desk, shop) = (Of(made, "desk"), Of(made, "shop"));

        Assert.Equal(new NotTheOwner(), made.EndStep(desk, done: true, null, Owner, Now).Error);
        Assert.Equal(new NotTheOwner(), made.EndStep(shop, done: false, "no", Owner, Now).Error);
        Assert.Equal(new NotTheOwner(), made.EndStep(desk, done: true, null, Wang, Now).Error);
        Assert.True(made.EndStep(shop, done: true, null, Clerk, Now).Succeeded);
        Assert.True(made.EndStep(desk, done: true, "called", Li, Now).Succeeded);
        Assert.Equal([(StepState.Done, "Li"), (StepState.Done, "He")], made.Steps.Select(s => (s.State, s.EndedByName)));
    }

    [Fact]
    public void A_supervisors_step_is_ended_by_a_supervisor_only_whoever_owns_the_case()
    {
        var made = Stage.Collecting();
        made.Replan([Step("review", StepRole.Supervisor)], Now);

        Assert.Equal(new SupervisorsStep(), made.EndStep(Of(made, "review"), done: true, null, Li, Now).Error);
        Assert.True(made.EndStep(Of(made, "review"), done: true, null, Zhao, Now).Succeeded);
    }

    [Fact]
    public void A_question_is_ended_by_an_answer_and_the_answer_can_be_corrected()
    {
        var made = Stage.Collecting();
        made.Replan([Question("which")], Now);
        var which = Of(made, "which");

        Assert.Equal(new StepNeedsAnswer(), made.EndStep(which, done: true, null, Li, Now).Error);
        Assert.Equal("UnknownCode", Assert.IsType<Invalid>(made.AnswerDecision(which, "maybe", null, Li, Now).Error).Fields[0].Code);
        Assert.Equal(new NotTheOwner(), made.AnswerDecision(which, "yes", null, Wang, Now).Error);
        Stage.Do(made.AnswerDecision(which, "yes", "they said so", Li, Now));
        Stage.Do(made.AnswerDecision(which, "no", null, Li, Now));

        Assert.Equal(("no", StepState.Done), (made.Steps[0].Answer, made.Steps[0].State));
        Assert.Equal(["yes", "no"], made.Events.Where(e => e.Kind == CaseEventKind.DecisionAnswered).Select(e => e.Details["choiceEn"]));
    }

    [Fact]
    public void A_step_is_begun_once()
    {
        var made = Stage.Collecting();
        made.Replan([Step("a")], Now);

        Assert.Equal(new NotTheOwner(), made.BeginStep(Of(made, "a"), Wang, Now).Error);
        Stage.Do(made.BeginStep(Of(made, "a"), Li, Now));
        Assert.Equal(new StepBegun(), made.BeginStep(Of(made, "a"), Li, Now).Error);
        Assert.Equal(Now, made.Steps[0].BegunAt);
    }

    [Fact]
    public void Pinned_playbooks_move_only_to_other_versions_and_only_by_the_owner()
    {
        var made = Stage.Collecting();
        made.Pin("a", 1, Now);
        made.Pin("b", 1, Now);

        Assert.Equal(new NothingNewer(), made.MovePlaybooks(new Dictionary<string, int> { ["a"] = 1, ["x"] = 2 }, Li, Now).Error);
        Assert.Equal(new NotTheOwner(), made.MovePlaybooks(new Dictionary<string, int> { ["a"] = 2 }, Wang, Now).Error);
        Stage.Do(made.MovePlaybooks(new Dictionary<string, int> { ["a"] = 2 }, Li, Now));
        Assert.Equal([("a", 2), ("b", 1)], made.Playbooks.Select(p => (p.Code, p.Version)));
    }

    [Fact]
    public void Papers_of_the_plan_follow_it_but_what_was_handed_in_stays()
    {
        var made = Stage.Collecting();
        made.PlanEvidence([Ask("INVOICE"), Ask("TAX_PROOF"), Ask("SALES_SLIP")], Li, Now);
        var invoice = made.Requirements.Single(r => r.Codes.Contains("INVOICE"));
        Stage.Do(made.SubmitEvidence(invoice.Id, "INVOICE", Stage.File("i.jpg"), Owner, Now));

        var dropped = made.PlanEvidence([Ask("TAX_PROOF") with { Level = RequirementLevel.Optional }], Li, Now);

        Assert.Empty(dropped);
        Assert.Equal(
            [("SALES_SLIP", RequirementLevel.Required), ("INVOICE", RequirementLevel.Required), ("TAX_PROOF", RequirementLevel.Optional)],
            made.Requirements.Select(r => (r.Codes[0], r.Level)));
        Assert.Equal(["TAX_PROOF"], made.PlanEvidence([], Li, Now).Select(r => r.Codes[0]));
        Assert.Contains(made.Events, e => e.Kind == CaseEventKind.EvidenceDropped);
    }

    [Fact]
    public void What_the_desk_does_is_not_told_to_the_merchant()
    {
        var made = Stage.Collecting();
        made.Replan([Step("desk"), Step("shop", StepRole.Merchant)], Now);

        Assert.All(made.Steps, step => Stage.Do(made.EndStep(step.Id, done: true, null, Li, Now)));

        Assert.Equal([true, false], made.Events.Where(e => e.Kind == CaseEventKind.StepDone).Select(e => e.DeskOnly));
    }

    [Fact]
    public void An_unknown_step_is_not_found() =>
        Assert.Equal(new NotFound("Step"), Stage.Collecting().EndStep(Guid.NewGuid(), done: true, null, Li, Now).Error);

    private static Guid Of(Case made, string code) => made.Steps.Single(s => s.Code == code).Id;

    private static EvidenceAsk Ask(string code) => new([code], RequirementLevel.Required, "w", "w");

    private static PlannedStep Question(string code) => Step(code) with
    {
        Decision = new StepDecision
        {
            Question = Words,
            Options = [new() { Code = "yes", Label = new("zh", "yes") }, new() { Code = "no", Label = new("zh", "no") }],
        },
    };

    private static PlannedStep Step(string code, StepRole role = StepRole.Agent) =>
        new("p", 1, code, CaseStatus.EvidenceCollection, false, role, "t", "t", "g", "g", ["S01"]);
}
