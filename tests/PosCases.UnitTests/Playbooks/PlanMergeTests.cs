using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Playbooks;

namespace PosCases.UnitTests.Playbooks;

public sealed class PlanMergeTests
{
    private static readonly PlanFacts Confirmed = new() { IsConfirmed = true };

    [Fact]
    public void A_step_that_two_playbooks_share_appears_once_with_the_sources_of_both()
    {
        var plan = PlanMerge.Of(
            [Book("a", [Step("ask", "S11")]), Book("b", [Step("ask", "S12") with { Mandatory = true, Evidence = ["INVOICE"] }])], Confirmed);

        var step = Assert.Single(plan.Steps);
        Assert.Equal(["S11", "S12"], step.Sources);
        Assert.Equal([new StepOrigin("a", 1), new StepOrigin("b", 1)], step.Origins);
        Assert.Equal((true, "a"), (step.Mandatory, step.Playbook));
        Assert.Equal(["INVOICE"], step.Papers);
    }

    [Fact]
    public void A_paper_is_asked_for_once_and_as_strictly_as_anybody_wants_it()
    {
        var plan = PlanMerge.Of(
            [
                Book("a", [], [Paper(RequirementLevel.Optional, "INVOICE", "TAX_PROOF"), Paper(RequirementLevel.OneOf, "SALES_SLIP", "RECEIPT")]),
                Book("b", [], [Paper(RequirementLevel.Required, "INVOICE"), Paper(RequirementLevel.Required, "SALES_SLIP")]),
                Book("c", [], [Paper(RequirementLevel.Required, "INVOICE")]),
            ],
            Confirmed);

        Assert.Equal(
            [(RequirementLevel.Required, "INVOICE"), (RequirementLevel.Required, "SALES_SLIP"), (RequirementLevel.Optional, "TAX_PROOF")],
            plan.Asks.Select(a => (a.Level, string.Join('|', a.Codes))));
    }

    [Fact]
    public void Until_the_notice_is_confirmed_a_cause_brings_only_what_helps_to_find_out_and_no_papers()
    {
        var book = Book("a", [Step("look") with { Stage = CaseStatus.Verification }, Step("hand-in")], [Paper(RequirementLevel.Required, "INVOICE")]);

        Assert.Equal(["look"], PlanMerge.Of([book], new PlanFacts()).Steps.Select(s => s.Code));
        Assert.Empty(PlanMerge.Of([book], new PlanFacts()).Asks);
        Assert.Equal(["look", "hand-in"], PlanMerge.Of([book], Confirmed).Steps.Select(s => s.Code));
        Assert.Equal(2, PlanMerge.Of([book with { Trigger = PlaybookTrigger.EveryCase }], new PlanFacts()).Steps.Count);
    }

    [Fact]
    public void A_step_appears_only_where_its_conditions_hold()
    {
        var book = Book("a", [Step("bank") with { When = [PlanPredicate.BankMeasure] }, Step("ask") with { Unless = [PlanPredicate.OnlyAuthorityMeasures] }]);

        Assert.Equal(["ask"], Codes(book, []));
        Assert.Equal(["bank", "ask"], Codes(book, [PlanPredicate.BankMeasure]));
        Assert.Equal(["bank"], Codes(book, [PlanPredicate.BankMeasure, PlanPredicate.OnlyAuthorityMeasures]));
    }

    [Fact]
    public void An_answer_opens_its_branch_and_no_other()
    {
        var question = Step("which") with
        {
            Decision = new StepDecision
            {
                Question = Text,
                Options = [new() { Code = "yes", Label = Text, Opens = ["go"] }, new() { Code = "no", Label = Text, Opens = ["stop"] }],
            },
        };
        var book = Book("a", [question, Step("go"), Step("stop"), Step("always")]);

        Assert.Equal(["which", "always"], PlanMerge.Of([book], Confirmed).Steps.Select(s => s.Code));
        Assert.Equal(["which", "go", "always"], PlanMerge.Of([book], Answered("which", "yes")).Steps.Select(s => s.Code));
        Assert.Equal(["which", "stop", "always"], PlanMerge.Of([book], Answered("which", "no")).Steps.Select(s => s.Code));
    }

    [Fact]
    public void The_plan_walks_the_stages_in_order_whatever_the_playbooks_order()
    {
        var plan = PlanMerge.Of(
            [Book("a", [Step("last") with { Stage = CaseStatus.Resolution }, Step("talk") with { Stage = CaseStatus.BankCommunication }]), Book("b", [Step("first")])], Confirmed);

        Assert.Equal(["first", "talk", "last"], plan.Steps.Select(s => s.Code));
    }

    private static IEnumerable<string> Codes(PlaybookDocument book, PlanPredicate[] holding) =>
        PlanMerge.Of([book], Confirmed with { Holding = holding.ToHashSet() }).Steps.Select(s => s.Code);

    private static PlanFacts Answered(string step, string option) => Confirmed with { Answers = new Dictionary<string, string> { [step] = option } };

    private static readonly Bilingual Text = new("\u95ee", "ask");

    private static PlaybookDocument Book(string code, PlaybookDocument.Step[] steps, PlaybookDocument.Paper[]? papers = null) =>
        new() { Code = code, Version = 1, Title = Text, Summary = Text, Causes = [], Steps = steps, Evidence = papers ?? [] };

    private static PlaybookDocument.Step Step(string code, string source = "S01") =>
        new() { Code = code, Stage = CaseStatus.EvidenceCollection, Role = StepRole.Agent, Title = Text, Guidance = Text, Sources = [source] };

    private static PlaybookDocument.Paper Paper(RequirementLevel level, params string[] codes) => new() { Codes = codes, Level = level, Why = Text };
}
