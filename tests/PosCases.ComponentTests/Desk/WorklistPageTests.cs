using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Web.Design;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

public sealed class WorklistPageTests : DeskContext
{
    readonly Case first = CaseWorld.NewCase(1);
    readonly Case second = CaseWorld.NewCase(2);

    public WorklistPageTests()
    {
        SignIn(Li);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk");
        Show(null, first, second);
        Mediator.On<ListCases.CountQuery>(_ => Answer<IReadOnlyDictionary<WorkView, int>>(new Dictionary<WorkView, int> { [WorkView.Unassigned] = 2, [WorkView.Overdue] = 7 }));
    }

    [Fact]
    public void Rows_say_what_happens_next_and_lead_to_the_case()
    {
        var page = Render<WorklistPage>();

        var row = page.FindAll("tbody tr")[0];
        Assert.Equal($"/desk/cases/{first.Number}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Noodle House", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("48,200.00", row.QuerySelector("td.num")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("7", page.Find("nav.tabs a[href='/desk?view=overdue'] .pill").TextContent);
    }

    [Fact]
    public void The_address_becomes_the_query()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?view=mine&q=noodle&sort=amount&after=5-1");

        Render<WorklistPage>();

        var asked = Mediator.Only<ListCases.Query>();
        Assert.Equal((WorkView.Mine, "noodle", CaseSort.Amount, "5-1"), (asked.View, asked.Filter.Text, asked.Sort, asked.After));
    }

    [Fact]
    public void Going_on_and_back_keeps_the_cursors_of_the_pages_before()
    {
        Show("9-9", first);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?after=5-1");

        var page = Render<WorklistPage>();

        Assert.Equal("/desk", page.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/desk?after=5-1&after=9-9", page.Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void A_search_starts_again_at_the_first_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?after=5-1");
        var page = Render<WorklistPage>();

        page.Find("input[type=search]").Change(" noodle ");
        page.Find("form").Submit();

        Assert.EndsWith("/desk?q=noodle", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("noodle", Mediator.Sent.OfType<ListCases.Query>().Last().Filter.Text));
    }

    [Fact]
    public void Claiming_names_the_version_that_was_seen()
    {
        Mediator.On<StartVerification.Command>(_ => Result.Ok);

        Render<WorklistPage>().FindAll("tbody button")[1].Click();

        Assert.Equal((second.Id, second.Version), (Mediator.Only<StartVerification.Command>().Id, Mediator.Only<StartVerification.Command>().Version));
        Assert.Equal(Tone.Good, Services.GetRequiredService<Toasts>().Shown.Single().Tone);
    }

    [Fact]
    public void A_claim_that_came_too_late_says_so()
    {
        Mediator.On<StartVerification.Command>(_ => new Conflict());

        Render<WorklistPage>().FindAll("tbody button")[0].Click();

        Assert.Contains(first.Number, Services.GetRequiredService<Toasts>().Shown.Single().Text, StringComparison.Ordinal);
        Assert.Equal(Tone.Danger, Services.GetRequiredService<Toasts>().Shown.Single().Tone);
    }

    [Fact]
    public void An_agent_has_nothing_to_tick() => Assert.Empty(Render<WorklistPage>().FindAll("input[type=checkbox]:not([data-keys-switch])"));

    [Fact]
    public void A_supervisor_assigns_all_ticked_rows_at_once()
    {
        SignIn(Wang);
        Mediator.On<AssignCases.Command>(_ => Answer(2));
        var page = Render<WorklistPage>();

        page.Find("thead input").Change(true);
        page.Find(".selection-bar .btn-primary").Click();
        page.FindAll("dialog input[type=radio]")[0].Change(true);
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<AssignCases.Command>();
        Assert.Equal([first.Id, second.Id], sent.Ids);
        Assert.Equal(Wang.Id, sent.To);
        Assert.Empty(page.FindAll(".selection-bar"));
    }

    [Fact]
    public void A_row_that_a_colleague_changed_is_marked_and_the_selection_stays()
    {
        SignIn(Wang);
        var page = Render<WorklistPage>();
        page.FindAll("tbody input")[1].Change(true);

        first.TakenUpBy(Li);
        Announce(first);

        page.WaitForAssertion(() => Assert.Contains("changed", page.FindAll("tbody tr")[0].ClassList), TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("changed", page.FindAll("tbody tr")[1].ClassList);
        Assert.True(page.FindAll("tbody input")[1].HasAttribute("checked"));
    }

    [Theory]
    [InlineData("en", "Nothing is overdue")]
    [InlineData("zh-CN", null)]
    public void An_empty_view_says_what_it_is(string culture, string? words)
    {
        Speak(culture);
        Show(null);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?view=overdue");

        var title = Render<WorklistPage>().Find(".state-title").TextContent;

        Assert.Equal(words ?? title, title);
        Assert.NotEqual("Empty.Overdue", title);
    }

    [Fact]
    public void Nothing_found_offers_to_clear_the_filters()
    {
        Show(null);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?view=all&cause=UNKNOWN");

        Assert.Equal("/desk?view=all", Render<WorklistPage>().Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public void Who_may_not_see_cases_is_told_so()
    {
        Mediator.On<ListCases.Query>(_ => Refuse<ListCases.Page>(new NotPermitted()));

        Assert.Contains("You do not have access", Render<WorklistPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_outline_is_sent_first_and_asks_for_nothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<WorklistPage>();

        Assert.NotEmpty(page.FindAll(".skeleton"));
        Assert.Empty(Mediator.Sent);
    }

    void Show(string? next, params Case[] cases) =>
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([.. cases.Select(CaseWorld.SummaryOf)], next)));
}
