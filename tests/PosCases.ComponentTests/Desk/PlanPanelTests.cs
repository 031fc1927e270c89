using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Planning;

namespace PosCases.ComponentTests.Desk;

/// <summary>The plan beside the case: questions to answer, where a step comes from, newer versions, suggested causes.</summary>
public sealed class PlanPanelTests : DeskContext
{
    [Fact]
    public void A_question_is_answered_by_clicking_one_of_its_answers()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Planned(Question);
        Given(found, Li);
        Mediator.On<AnswerDecision.Command>(_ => Result.Ok);
        var page = Open();

        page.FindAll(".plan-decision button").Single(b => b.TextContent == "Maintenance").Click();
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<AnswerDecision.Command>();
        Assert.Equal((found.Steps[0].Id, "maintenance", found.Version), (sent.StepId, sent.Option, sent.Version));
        Assert.DoesNotContain(page.FindAll(".plan-step button"), b => b.TextContent.Trim() == "Done");
    }

    [Fact]
    public void A_step_shows_its_limit_with_its_basis_and_on_request_where_it_comes_from()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Planned(Asking), Li);

        var page = Open();

        Assert.Contains("15 days", page.Find(".plan-step .deadline-line").TextContent, StringComparison.Ordinal);
        Assert.Contains("has to answer", page.Find(".plan-step .deadline-line").TextContent, StringComparison.Ordinal);
        var sources = page.Find(".plan-step details.step-sources");
        Assert.False(sources.HasAttribute("open"));
        Assert.Contains("AML-39", sources.TextContent, StringComparison.Ordinal);
        Assert.Contains("text read", sources.TextContent, StringComparison.Ordinal);
        Assert.Contains("S12", sources.TextContent, StringComparison.Ordinal);
        Assert.Contains("version 2", sources.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_reads_the_plan_but_answers_nothing()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Planned(Question), Wang);

        Assert.Empty(Open().FindAll(".plan-decision button"));
    }

    [Fact]
    public void Newer_versions_are_shown_with_their_difference_before_the_case_moves()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Planned(Asking);
        Given(found, Li);
        Mediator.On<PreviewNewerPlaybooks.Query>(_ => Answer(new PlanDifference(
            [new NewerVersion("risk-control", 2, 3, new("zh", "Risk-control measure"))], [Question], [found.Steps[0]], [], [])));
        Mediator.On<MoveToNewerPlaybooks.Command>(_ => Result.Ok);
        var page = Open();

        page.FindAll(".case-plan > button").Single().Click();
        Assert.Contains("version 2 → 3", page.Find("dialog").TextContent, StringComparison.Ordinal);
        page.Find("dialog form").Submit();

        Assert.Equal(3, Mediator.Only<MoveToNewerPlaybooks.Command>().Versions["risk-control"]);
    }

    [Fact]
    public void A_suggestion_says_why_and_opens_the_form_filled_in_but_adds_nothing_by_itself()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li), Li);
        Mediator.On<AddCause.Command>(_ => Result.Ok);
        var page = Open();

        var card = page.Find(".suggestions").ParentElement!.ParentElement!;
        Assert.Contains("not findings", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("nobody gave a reason", card.TextContent, StringComparison.Ordinal);
        page.Find(".suggestions button").Click();
        Assert.Empty(Mediator.Sent.OfType<AddCause.Command>());
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<AddCause.Command>();
        Assert.Equal(("UNKNOWN", CauseSource.Merchant, Confidence.Low), (sent.Code, sent.Source, sent.Confidence));
        Assert.Contains("nobody gave a reason", sent.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_stands_already_is_not_suggested()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Assert.True(found.AddCause("UNKNOWN", Confidence.High, CauseSource.Agent, null, Li, CaseWorld.Filed).Succeeded);
        Given(found, Li);

        Assert.Empty(Open().FindAll(".suggestions"));
    }

    [Fact]
    public void Causes_are_grouped_and_found_by_the_words_of_the_street()
    {
        var picker = Render<CausePicker>();
        Assert.Equal(CauseLibrary.Groups.Count, picker.FindAll("fieldset").Count);
        Assert.Equal(CauseLibrary.Causes.Count, picker.FindAll("input[type=radio]").Count);

        picker.Find("input[type=search]").Input("battery");

        Assert.Equal(["LOW_BATTERY"], picker.FindAll("input[type=radio]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public void A_cause_carries_the_risk_types_of_the_associations_list_by_name()
    {
        var picker = Render<CausePicker>(p => p.Add(x => x.Value, "TERMINAL_DIVERTED"));

        Assert.Equal(
            ["Moved terminal", "Terminal used for unlawful ends"],
            picker.Find("input[value=TERMINAL_DIVERTED]").ParentElement!.QuerySelectorAll(".mark").Select(m => m.TextContent.Trim()));
    }

    [Fact]
    public void A_cause_that_is_chosen_to_begin_with_stands_in_sight() =>
        Assert.Contains(Render<CausePicker>(p => p.Add(x => x.Value, "DORMANT")).FindAll("input[checked]"), i => i.GetAttribute("value") == "DORMANT");

    private static PlannedStep Question => new("every-case", 1, "what-is-it", CaseStatus.Verification, false, StepRole.Agent, "zh", "What is it?", "zh", "Judge", ["S03"])
    {
        Decision = new StepDecision
        {
            Question = new("zh", "What do they say?"),
            Options = [new() { Code = "maintenance", Label = new("zh", "Maintenance") }, new() { Code = "measure", Label = new("zh", "A real measure") }],
        },
    };

    internal static PlannedStep Asking => new("risk-control", 2, "aml-objection", CaseStatus.Verification, true, StepRole.Agent, "zh", "Object", "zh", "In writing", ["S12", "AML-39"])
    {
        Deadline = new StepDeadline
        {
            Amount = 15,
            Unit = DeadlineUnit.Days,
            From = DeadlineStart.StepStart,
            Basis = new("zh", "The institution has to answer."),
            Source = "AML-39",
            Label = SourceLabel.V,
        },
    };

    private IRenderedComponent<CasePage> Open() => Render<CasePage>(p => p.Add(x => x.Number, "FZ-2026-000123"));
}

internal static class PlannedCases
{
    /// <summary>With these steps on its plan.</summary>
    public static Case Planned(this Case found, params PlannedStep[] steps)
    {
        found.Replan(steps, CaseWorld.Filed);
        return found;
    }
}
