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

    [Theory]
    [InlineData(WorkView.Unassigned)]
    [InlineData(WorkView.Mine)]
    [InlineData(WorkView.Waiting)]
    [InlineData(WorkView.DueToday)]
    [InlineData(WorkView.Overdue)]
    [InlineData(WorkView.InReview)]
    [InlineData(WorkView.All)]
    public async Task Only_what_the_lifecycle_lets_him_take_up_has_a_claim_button_in_every_view(WorkView view)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(new WorklistAddress { View = view }.ToHref());
        Show(null, first.WithdrawnEarly(), second, CaseWorld.NewCase(3).TakenUpBy(Wang), CaseWorld.NewCase(4).TakenUpBy(Li).Waiting(Li), CaseWorld.InReview(Li, Wang));

        var page = Render<WorklistPage>();
        page.FindAll("tbody tr")[0].FocusIn();
        await page.FindComponent<Hotkeys>().Instance.PressedAsync("c");

        Assert.Equal([false, true, false, false, false], page.FindAll("tbody tr").Select(row => row.QuerySelector("button") is not null));
        Assert.Empty(Mediator.Sent.OfType<StartVerification.Command>());
    }

    [Fact]
    public void The_next_step_names_who_has_the_ball_and_the_date_and_marks_what_is_late()
    {
        Show(null, first, CaseWorld.NewCase(3).TakenUpBy(Li).Waiting(Li));

        var steps = Render<WorklistPage>().FindAll(".next-step");

        Assert.Equal("The agent", steps[0].QuerySelector(".next-step-who")!.TextContent);
        Assert.Contains("tone-danger", steps[0].QuerySelector(".next-step-when")!.ClassList);
        Assert.Equal("Past its date", steps[0].QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("The institution", steps[1].QuerySelector(".next-step-who")!.TextContent);
        Assert.StartsWith("2026-11-30", steps[1].QuerySelector("time")!.GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Null(steps[1].QuerySelector(".next-step-late"));
    }

    [Fact]
    public void An_agent_narrows_the_list_to_an_owner_by_a_link_that_can_be_kept()
    {
        var page = Render<WorklistPage>();

        var owner = page.FindAll(".worklist-fields select").Single(s => s.QuerySelector("option[value=nobody]") is not null);
        Assert.Equal(["", "nobody", "me", $"{Li.Id}", $"{Wang.Id}"], owner.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        owner.Change($"{Wang.Id}");

        Assert.EndsWith($"/desk?owner={Wang.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(OwnedBy.Person(Wang.Id), Mediator.Sent.OfType<ListCases.Query>().Last().Filter.Owner));
        Assert.Empty(Mediator.Sent.OfType<ViewLoad.Query>());
    }

    [Fact]
    public async Task N_goes_on_to_the_next_page_and_stays_on_the_last()
    {
        Show("9-9", first);
        var page = Render<WorklistPage>();

        await page.FindComponent<Hotkeys>().Instance.PressedAsync("n");
        Assert.EndsWith("/desk?after=9-9", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Show(null, second);
        Announce(second);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("a[rel=next]")), TimeSpan.FromSeconds(5));
        await page.FindComponent<Hotkeys>().Instance.PressedAsync("n");

        Assert.EndsWith("/desk?after=9-9", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
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
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([.. cases.Select(found => CaseWorld.SummaryFor(found, Li))], next)));
}
