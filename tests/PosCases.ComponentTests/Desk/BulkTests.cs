using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

/// <summary>Many cases at once: one form, one command for each case, and what became of each.</summary>
public sealed class BulkTests : DeskContext
{
    readonly Case filed = CaseWorld.NewCase(1);
    readonly Case mine = CaseWorld.NewCase(2).TakenUpBy(Li);
    readonly Case mineToo = CaseWorld.NewCase(3).TakenUpBy(Li);
    readonly Case another = CaseWorld.NewCase(4).TakenUpBy(Wang);
    readonly Case closed = CaseWorld.NewCase(5).WithdrawnEarly();

    public BulkTests() =>
        Mediator.On<ListCases.CountQuery>(_ => Answer<IReadOnlyDictionary<WorkView, int>>(new Dictionary<WorkView, int>()));

    [Fact]
    public void The_bar_counts_to_how_many_of_the_ticked_cases_each_action_applies()
    {
        var page = TickAll(Li);

        Assert.Equal("1", Count(page, BulkAction.Claim));
        Assert.Equal("2", Count(page, BulkAction.Wait));
        Assert.Equal("5", Count(page, BulkAction.Note));
        Assert.Empty(page.FindAll("[data-bulk=Assign]"));
    }

    [Fact]
    public void A_supervisor_may_assign_what_is_open()
    {
        var page = TickAll(Wang);

        Assert.Equal("4", Count(page, BulkAction.Assign));
    }

    [Fact]
    public void The_preview_says_how_many_fit_and_names_those_left_alone()
    {
        var page = Begin(Li, BulkAction.Wait);

        Assert.Contains("Applies to 2 of the 5 selected", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Equal([filed.Number, another.Number, closed.Number], page.FindAll(".bulk-left-out .num").Select(n => n.TextContent));
        Assert.Equal("Let 2 wait", page.Find("dialog [type=submit]").TextContent);
    }

    [Fact]
    public void Each_case_gets_a_command_of_its_own_under_the_version_that_was_seen()
    {
        Mediator.On<WaitCase.Command>(_ => Result.Ok);
        var page = Begin(Li, BulkAction.Wait);

        FillIn(page);

        var sent = Mediator.Sent.OfType<WaitCase.Command>().ToList();
        Assert.Equal([(mine.Id, mine.Version), (mineToo.Id, mineToo.Version)], sent.Select(c => (c.Id, c.Version)));
        Assert.All(sent, c => Assert.Equal((Ball.Institution, "their answer", new DateOnly(2026, 11, 30)), (c.For, c.Reason, c.Until)));
        Assert.Equal(2, sent.Select(c => c.CommandId).Distinct().Count());
        Assert.Equal(["Done", "Done"], States(page));
    }

    [Fact]
    public void What_is_refused_for_one_case_says_why_and_stops_no_other()
    {
        Mediator.On<WaitCase.Command>(c => c.Id == mine.Id ? new Conflict() : Result.Ok);
        var page = Begin(Li, BulkAction.Wait);

        FillIn(page);

        Assert.Equal(["Refused", "Done"], States(page));
        var refused = page.Find("[data-state=Refused]").TextContent;
        Assert.Contains(mine.Number, refused, StringComparison.Ordinal);
        Assert.Contains("Somebody else has just changed this", refused, StringComparison.Ordinal);
        Assert.Contains("1 done · 1 not done · 2 in all", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_got_no_answer_is_tried_again_under_the_same_id_and_what_is_done_is_not()
    {
        Mediator.On<WaitCase.Command>(c => c.Id == mine.Id ? throw new TimeoutException() : Result.Ok);
        var page = Begin(Li, BulkAction.Wait);
        FillIn(page);
        Assert.Equal(["Unconfirmed", "Done"], States(page));

        Mediator.On<WaitCase.Command>(_ => Result.Ok);
        page.FindAll("dialog button").Single(b => b.TextContent == "Try 1 again").Click();

        Assert.Equal(["Done", "Done"], States(page));
        Assert.Single(Mediator.Sent.OfType<WaitCase.Command>().Where(c => c.Id == mine.Id).Select(c => c.CommandId).Distinct());
        Assert.Single(Mediator.Sent.OfType<WaitCase.Command>(), c => c.Id == mineToo.Id);
    }

    [Fact]
    public void What_is_wrong_with_the_form_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        Mediator.On<WaitCase.Command>(c => c.Until == default ? new Invalid("Until", "NotEmptyValidator") : Result.Ok);
        var page = Begin(Li, BulkAction.Wait);
        page.Find("dialog textarea").Change("their answer");

        page.Find("dialog form").Submit();

        Assert.NotEmpty(page.Find("#f-Until-error").TextContent);
        Assert.Equal("their answer", page.Find("dialog textarea").GetAttribute("value"));
        Assert.Single(Mediator.Sent.OfType<WaitCase.Command>());
        FillIn(page);
        Assert.Equal(["Done", "Done"], States(page));
    }

    [Fact]
    public void A_claim_is_one_command_a_case_and_what_is_done_is_ticked_no_more()
    {
        Mediator.On<StartVerification.Command>(_ => Result.Ok);
        var page = Begin(Li, BulkAction.Claim);

        page.Find("dialog form").Submit();
        page.FindAll("dialog button").Single(b => b.TextContent == "Close").Click();

        Assert.Equal((filed.Id, filed.Version), (Mediator.Only<StartVerification.Command>().Id, Mediator.Only<StartVerification.Command>().Version));
        Assert.Empty(page.FindAll("dialog .dialog-body"));
        Assert.Contains("4 selected", page.Find(".selection-bar").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_note_goes_on_every_case()
    {
        Mediator.On<AddNote.Command>(_ => Result.Ok);
        var page = Begin(Li, BulkAction.Note);

        page.Find("dialog textarea").Change("the bank's system was down");
        page.Find("dialog form").Submit();

        Assert.Equal([filed.Id, mine.Id, mineToo.Id, another.Id, closed.Id], Mediator.Sent.OfType<AddNote.Command>().Select(c => c.Id));
        Assert.All(Mediator.Sent.OfType<AddNote.Command>(), c => Assert.Equal("the bank's system was down", c.Text));
    }

    [Fact]
    public void A_supervisor_assigns_each_ticked_case_to_the_one_he_chose()
    {
        Mediator.On<AssignCases.Command>(c => c.Ids[0] == mine.Id ? Refuse<int>(new NotFound("Case")) : Answer(1));
        var page = Begin(Wang, BulkAction.Assign);

        page.FindAll("dialog input[type=radio]")[0].Change(true);
        page.Find("dialog form").Submit();

        Assert.Equal([filed.Id, mine.Id, mineToo.Id, another.Id], Mediator.Sent.OfType<AssignCases.Command>().Select(c => Assert.Single(c.Ids)));
        Assert.All(Mediator.Sent.OfType<AssignCases.Command>(), c => Assert.Equal(Wang.Id, c.To));
        Assert.Equal(["Done", "Refused", "Done", "Done"], States(page));
    }

    [Fact]
    public void Stopped_in_the_middle_no_further_command_is_sent_and_the_rest_can_go_on()
    {
        var answers = 0;
        BulkRun run = new([CaseWorld.SummaryFor(mine, Li), CaseWorld.SummaryFor(mineToo, Li)]);
        Task<Result> Send(CaseSummary row, Guid id) => Task.FromResult(++answers == 1 ? Result.Ok : new Conflict());

        Assert.True(run.GoAsync(Send, run.Stop).IsCompletedSuccessfully);
        Assert.Equal([BulkState.Done, BulkState.Pending], run.Lines.Select(l => l.State));
        Assert.True(run.GoAsync(Send, () => { }).IsCompletedSuccessfully);

        Assert.Equal([BulkState.Done, BulkState.Refused], run.Lines.Select(l => l.State));
    }

    IRenderedComponent<WorklistPage> TickAll(Actor reader)
    {
        SignIn(reader);
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page(
            [.. new[] { filed, mine, mineToo, another, closed }.Select(found => CaseWorld.SummaryFor(found, reader))], null)));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?view=all");
        var page = Render<WorklistPage>();
        page.Find("thead input").Change(true);
        return page;
    }

    IRenderedComponent<WorklistPage> Begin(Actor reader, BulkAction action)
    {
        var page = TickAll(reader);
        page.Find($"[data-bulk={action}]").Click();
        return page;
    }

    static void FillIn(IRenderedComponent<WorklistPage> page)
    {
        page.Find("dialog input[type=radio][value=Institution]").Change("Institution");
        page.Find("dialog textarea").Change("their answer");
        page.Find("dialog input[type=date]").Change("2026-11-30");
        page.Find("dialog form").Submit();
    }

    static string Count(IRenderedComponent<WorklistPage> page, BulkAction action) => page.Find($"[data-bulk={action}] .pill").TextContent.Trim();

    static IEnumerable<string?> States(IRenderedComponent<WorklistPage> page) => page.FindAll(".bulk-results > li").Select(line => line.GetAttribute("data-state"));
}
