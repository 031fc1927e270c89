using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Supervision.Consistency;
using PosCases.Web.Design;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Review;
using StepState = PosCases.Cases.Plan.StepState;

namespace PosCases.ComponentTests.Desk;

public sealed class ReviewTests : DeskContext
{
    readonly Case proposed = CaseWorld.InReview(Li, Wang);

    [Fact]
    public void The_board_shows_the_queue_the_load_and_what_nobody_took_up()
    {
        SignIn(Wang);
        Board(queue: [proposed], unassigned: [CaseWorld.NewCase(5)]);

        var page = Render<ReviewPage>();

        Assert.Equal($"/desk/review/{proposed.Number}", page.Find(".case-line a").GetAttribute("href"));
        Assert.Equal(["12", "4"], page.FindAll("progress").Select(p => p.GetAttribute("value")));
        Assert.Contains("FZ-2026-000005", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_I_proposed_comes_last_and_needs_a_colleague()
    {
        SignIn(Wang);
        var own = CaseWorld.InReview(Wang, Wang);
        Board(queue: [own, proposed], unassigned: []);

        var lines = Render<ReviewPage>().FindAll(".case-line");

        Assert.DoesNotContain("Needs a colleague", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Needs a colleague", lines[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticked_cases_are_assigned_together()
    {
        SignIn(Wang);
        var waiting = CaseWorld.NewCase(5);
        Board(queue: [], unassigned: [waiting]);
        Mediator.On<AssignCases.Command>(_ => Answer(1));
        var page = Render<ReviewPage>();

        page.Find($"input[aria-label='Tick {waiting.Number}']").Change(true);
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Assign" && !b.HasAttribute("disabled")).Click();
        page.FindAll("dialog input[type=radio]")[1].Change(true);
        page.Find("dialog form").Submit();

        Assert.Equal([waiting.Id], Mediator.Only<AssignCases.Command>().Ids);
        Assert.Equal(Li.Id, Mediator.Only<AssignCases.Command>().To);
    }

    [Fact]
    public void Who_may_not_review_is_told_so()
    {
        SignIn(Li);
        Mediator.On<ViewLoad.Query>(_ => Refuse<IReadOnlyList<ViewLoad.Row>>(new NotPermitted()));

        Assert.Contains("You do not have access", Render<ReviewPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Approving_shows_first_what_the_merchant_will_be_told()
    {
        Given(proposed, Wang);
        Mediator.On<ApproveResolution.Command>(_ => Result.Ok);
        var page = Open();

        Assert.Contains("Keep your slips", page.Find(".told").TextContent, StringComparison.Ordinal);
        Assert.Contains("all lifted", page.Markup, StringComparison.Ordinal);
        page.Find(".sticky-actions > .btn-primary").Click();
        Assert.Contains("Keep your slips", page.Find("dialog .told").TextContent, StringComparison.Ordinal);
        page.Find("dialog form").Submit();

        Assert.Equal(proposed.Version, Mediator.Only<ApproveResolution.Command>().Version);
    }

    [Fact]
    public void A_return_needs_what_must_change()
    {
        Given(proposed, Wang);
        Mediator.On<ReturnResolution.Command>(c => c.Reason.Length == 0 ? new Invalid("Reason", "NotEmptyValidator") : Result.Ok);
        var page = Open();

        page.FindAll(".sticky-actions > .btn").Single(i => i.TextContent.Trim() == "Return").Click();
        page.Find("dialog form").Submit();
        Assert.NotEmpty(page.Find("#f-Reason-error").TextContent);
        page.Find("dialog textarea").Change("the proof is missing");
        page.Find("dialog form").Submit();

        Assert.Equal("the proof is missing", Mediator.Sent.OfType<ReturnResolution.Command>().Last().Reason);
    }

    [Fact]
    public void The_proposer_cannot_decide_on_the_own_proposal()
    {
        Given(CaseWorld.InReview(Wang, Wang), Wang);

        var page = Open();

        Assert.Contains("Needs a colleague", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sticky-actions > .btn-primary"));
        Assert.DoesNotContain(page.FindAll(".menu-item"), i => i.TextContent.Contains("Approve", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_beside_the_case_shows_which_one_is_open_and_which_are_not_mine_to_decide()
    {
        var own = CaseWorld.InReview(Wang, Wang);
        Given(proposed, Wang);
        Board(queue: [own, proposed], unassigned: []);

        var links = Open().FindAll(".review-list a");

        Assert.DoesNotContain("Not by you", links[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not by you", links[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("page", links[0].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_keys_open_the_two_decisions_and_go_on_to_the_next_case()
    {
        var other = CaseWorld.NewCase(7);
        Given(proposed, Wang);
        Board(queue: [proposed, other], unassigned: []);
        var page = Open();
        var keys = page.FindComponent<Hotkeys>();

        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("a"));
        Assert.Contains("Keep your slips", page.Find("dialog[open] .told, dialog.desk-dialog .told").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindComponent<ReviewCase>().Instance.Close());
        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("r"));
        Assert.Single(page.FindAll("dialog.desk-dialog textarea"));
        await page.InvokeAsync(() => page.FindComponent<ReviewCase>().Instance.Close());
        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("j"));

        Assert.EndsWith($"/desk/review/{other.Number}", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_decision_the_next_case_is_opened()
    {
        var other = CaseWorld.InReview(Li, Wang);
        var next = CaseWorld.SummaryFor(other, Wang) with { Number = "FZ-2026-000900" };
        Given(proposed, Wang);
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([CaseWorld.SummaryFor(proposed, Wang), next], null)));
        Mediator.On<ApproveResolution.Command>(_ =>
        {
            proposed.Closed(Wang);
            return Result.Ok;
        });
        var page = Open();

        page.Find(".sticky-actions > .btn-primary").Click();
        page.Find("dialog form").Submit();

        Assert.EndsWith("/desk/review/FZ-2026-000900", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_decided_meanwhile_is_told_and_what_was_typed_stays()
    {
        Given(proposed, Wang);
        Mediator.On<ReturnResolution.Command>(_ => new Conflict());
        var page = Open();
        page.FindAll(".sticky-actions > .btn").Single(i => i.TextContent.Trim() == "Return").Click();
        page.Find("dialog textarea").Change("the proof is missing");

        page.Find("dialog form").Submit();
        proposed.Closed(new Actor(Guid.NewGuid(), "Zhao", Role.Supervisor, null));
        await page.InvokeAsync(page.FindComponent<ReviewCase>().Instance.ReloadAsync);

        Assert.Contains("Zhao has approved this proposal", page.Markup, StringComparison.Ordinal);
        Assert.Contains("the proof is missing", page.Find("dialog.desk-dialog").OuterHtml, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindComponent<ReviewCase>().Instance.Close());
        Assert.Equal("http://localhost/", Address);
    }

    [Fact]
    public void A_proposal_unlike_most_says_so_beside_how_they_ended()
    {
        Given(proposed, Wang);
        Mediator.On<ViewSimilarDecided.Query>(_ => Answer(new ViewSimilarDecided.View(
            new DecisionKind("ABNORMAL_TXN", "SettlementDelay", null), null, DecisionSplit.Of([new(Outcome.Refused, 9)]), [], Outcome.FullyUnfrozen)));

        var markup = Open().Markup;

        Assert.Contains("The proposed outcome differs from most", markup, StringComparison.Ordinal);
        Assert.Contains("Only 9 cases", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_cause_shows_its_grounds_or_that_none_are_recorded()
    {
        var two = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li);
        two.With(two.AddCause("DORMANT", Confidence.Low, CauseSource.Agent, "no sale for 200 days", Li, CaseWorld.Filed)).Collecting(Li).Submitted(Li, Wang).Proposed(Li);
        Given(two, Wang);

        var causes = CardOf(Open(), "Causes").QuerySelectorAll("li").Select(l => l.TextContent).ToList();

        Assert.Contains(causes, c => c.EndsWith("no sale for 200 days", StringComparison.Ordinal));
        Assert.Contains(causes, c => c.EndsWith("No grounds are recorded", StringComparison.Ordinal));
        Assert.Equal(2, causes.Count);
    }

    [Fact]
    public void The_plan_shows_what_was_left_out_with_why_and_what_is_missing()
    {
        var planned = CaseWorld.InReview(Li, Wang).Planned(PlanPanelTests.Asking, PlanPanelTests.Asking with { Code = "second" });
        planned.With(planned.EndStep(planned.Steps[0].Id, done: false, "the bank has no such desk", Li, CaseWorld.Now));
        Given(planned, Wang);

        var steps = CardOf(Render<ReviewCasePage>(p => p.Add(c => c.Number, planned.Number)), "Steps").TextContent;

        Assert.Contains("1 steps skipped", steps, StringComparison.Ordinal);
        Assert.Contains("the bank has no such desk · Li", steps, StringComparison.Ordinal);
        Assert.Contains($"{planned.Steps.Count(s => s is { Mandatory: true, State: StepState.Todo })} mandatory steps missing", steps, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_ran_out_shows_what_was_said_about_it_and_by_whom()
    {
        var at = proposed.StageDueAt.AddMinutes(1);
        proposed.CheckClocks(Actor.System, at, CaseWorld.Clock);
        var late = proposed.ClocksAt(at, CaseWorld.Clock).First(c => c.NeedsNote);
        proposed.With(proposed.AcknowledgeBreach(late.Key, late.DueAt!.Value, "the bank was closed", Li, at));
        Given(proposed, Wang);

        var clocks = CardOf(Open(), "Clocks").TextContent;

        Assert.Contains("ran out", clocks, StringComparison.Ordinal);
        Assert.Contains("the bank was closed · Li", clocks, StringComparison.Ordinal);
    }

    [Fact]
    public void What_happened_last_is_asked_for_once_and_leads_to_all_of_it()
    {
        Given(proposed, Wang);
        Mediator.On<ViewTimeline.Query>(_ => Answer<IReadOnlyList<CaseEvent>>([.. proposed.Events.Where(e => e.Kind == CaseEventKind.ResolutionProposed)]));

        var history = CardOf(Open(), "Short");

        Assert.Contains("proposed", history.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(CaseAddress.Of(proposed.Number, CaseTab.Record), history.QuerySelector("a.btn")!.GetAttribute("href"));
        Assert.Equal(10, Mediator.Only<ViewTimeline.Query>().Size);
    }

    [Fact]
    public async Task The_other_keys_go_back_help_and_leave()
    {
        var before = CaseWorld.SummaryFor(CaseWorld.InReview(Li, Wang), Wang) with { Number = "FZ-2026-000900" };
        Given(proposed, Wang);
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([before, CaseWorld.SummaryFor(proposed, Wang)], null)));
        var page = Open();
        var keys = page.FindComponent<Hotkeys>();

        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("?"));
        Assert.Contains("Back to the overview", page.Find("dialog").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("k"));
        var back = Address;
        await page.InvokeAsync(() => keys.Instance.OnKey.InvokeAsync("Escape"));

        Assert.EndsWith($"/desk/review/{before.Number}", back, StringComparison.Ordinal);
        Assert.EndsWith("/desk/review", Address, StringComparison.Ordinal);
    }

    string Address => Services.GetRequiredService<NavigationManager>().Uri;

    IRenderedComponent<ReviewCasePage> Open() => Render<ReviewCasePage>(p => p.Add(c => c.Number, proposed.Number));

    IElement CardOf(IRenderedComponent<ReviewCasePage> page, string key) =>
        page.FindAll("section.card").Single(c => c.QuerySelector("h2")?.TextContent.Trim() == Services.GetRequiredService<IStringLocalizer<ReviewText>>()[key].Value);

    void Board(Case[] queue, Case[] unassigned)
    {
        Mediator.On<ListCases.CountQuery>(_ => Answer<IReadOnlyDictionary<WorkView, int>>(new Dictionary<WorkView, int>()));
        Mediator.On<ListCases.Query>(q => Answer(new ListCases.Page(
            [.. (q.View switch
            {
                WorkView.InReview => queue,
                WorkView.Unassigned => unassigned,
                _ => [],
            }).Select(found => CaseWorld.SummaryFor(found, Wang))],
            null)));
    }
}
