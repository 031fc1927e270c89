using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Tags;
using PosCases.Cases.Worklist;
using PosCases.Cases.Worklist.Views;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Team;
using PosCases.Web.Design;
using PosCases.Web.Desk.Presence;
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
    public async Task Ticking_a_row_draws_that_row_alone_anew()
    {
        var page = Render<WorklistPage>();
        var before = page.FindComponents<WorklistRow>().Select(row => row.RenderCount).ToList();

        await page.FindAll("tbody input[type=checkbox]")[0].ChangeAsync(new ChangeEventArgs { Value = true });

        var rows = page.FindComponents<WorklistRow>();
        Assert.InRange(rows[0].RenderCount, before[0] + 1, before[0] + 2);
        Assert.Equal(before[1], rows[1].RenderCount);
        Assert.Equal("true", rows[0].Find("tr").GetAttribute("aria-selected"));
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
        Again([first], belonging: []);
        Announce(first);
        page.WaitForElement("[data-news]", TimeSpan.FromSeconds(5)).Click();
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
        Again([first], belonging: [first]);
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
    public void The_rows_stand_in_the_page_before_the_circuit_comes()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<WorklistPage>();

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.DoesNotContain(Mediator.Sent, message => message is ListInstitutions.Query or ListOwners.Query or ListTags.Query);
    }

    [Fact]
    public void A_row_that_no_longer_belongs_stays_marked_until_the_list_is_read_anew_and_one_that_comes_is_only_announced()
    {
        var third = CaseWorld.NewCase(3);
        var page = Render<WorklistPage>();
        first.TakenUpBy(Wang);
        Again([first, third], belonging: [third]);

        Services.GetRequiredService<ChangeFeed>().Announce([first.Id.Value, third.Id.Value]);

        page.WaitForAssertion(() => Assert.Contains("gone", page.FindAll("tbody tr")[0].ClassList), TimeSpan.FromSeconds(5));
        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains("1 new, 1 gone", page.Find("[data-news]").TextContent, StringComparison.Ordinal);

        Show(null, second, third);
        page.Find("[data-news]").Click();

        page.WaitForAssertion(
            () => Assert.Equal([$"/desk/cases/{second.Number}", $"/desk/cases/{third.Number}"], page.FindAll("tbody tr a.num").Select(a => a.GetAttribute("href"))),
            TimeSpan.FromSeconds(5));
        Assert.Empty(page.FindAll("[data-news]"));
    }

    [Fact]
    public void What_the_reader_may_not_see_any_more_leaves_the_screen_and_the_selection_at_once()
    {
        var page = Render<WorklistPage>();
        page.FindAll("tbody input")[0].Change(true);
        Again([], belonging: []);

        Announce(first);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), TimeSpan.FromSeconds(5));
        Assert.Empty(page.FindAll(".selection-bar"));
    }

    [Fact]
    public void Columns_come_from_the_address_then_from_what_the_reader_likes()
    {
        Mediator.On<ChooseColumns.Query>(_ => Answer<IReadOnlyList<string>>(["Merchant", "Tags", "Gibberish"]));
        Assert.Equal(["Number", "Merchant", "Tags"], Heads(Render<WorklistPage>()));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?columns=owner,amount");
        Assert.Equal(["Number", "Owner", "Amount"], Heads(Render<WorklistPage>()));

        static string[] Heads(IRenderedComponent<WorklistPage> page) => [.. page.FindAll("thead th:not(.pick)").Select(th => th.TextContent)];
    }

    [Fact]
    public void Chosen_columns_are_remembered_in_their_order()
    {
        Mediator.On<ChooseColumns.Command>(_ => Result.Ok);
        var page = Render<WorklistPage>();
        page.FindAll(".worklist-filters button")[^1].Click();

        page.Find(".columns-list input[value=Tags]").Change(true);
        page.Find(".columns-list input[value=Measure]").Change(false);
        page.Find("button[aria-label='Move \"Priority\" back']").Click();
        page.FindAll(".dialog-footer .btn-primary")[^1].Click();

        Assert.Equal(["Merchant", "Priority", "Amount", "Stage", "Next", "Owner", "Tags"], Mediator.Only<ChooseColumns.Command>().Columns);
        Assert.Equal("Merchant", page.FindAll("thead th")[2].TextContent);
    }

    [Fact]
    public async Task The_next_case_is_taken_up_under_the_version_named_and_asked_for_again_when_somebody_was_faster()
    {
        var tries = 0;
        Mediator.On<FindNextCase.Query>(_ => Answer(new FindNextCase.Found(
            tries++ == 0 ? first.Id : second.Id, tries == 1 ? first.Version : second.Version, tries == 1 ? first.Number : second.Number, Priority.Urgent, first.DueAt, PosCases.Team.Skill.Banks, 2)));
        Mediator.On<StartVerification.Command>(command => command.Id == first.Id ? new Conflict() : Result.Ok);
        var page = Render<WorklistPage>();

        await page.FindComponent<Hotkeys>().Instance.PressedAsync("g");

        Assert.Equal([(first.Id, first.Version), (second.Id, second.Version)], Mediator.Sent.OfType<StartVerification.Command>().Select(c => (c.Id, c.Version)));
        Assert.EndsWith($"/desk/cases/{second.Number}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("Banks", Services.GetRequiredService<Toasts>().Shown.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_take_is_said_with_its_reason()
    {
        Mediator.On<FindNextCase.Query>(_ => Refuse<FindNextCase.Found>(new NothingToTake(3)));
        Mediator.On<StartVerification.Command>(_ => Result.Ok);

        Render<WorklistPage>().FindAll("button").Single(b => b.TextContent.Contains("Next case", StringComparison.Ordinal)).Click();

        Assert.Contains("somebody else's skill", Services.GetRequiredService<Toasts>().Shown.Single().Text, StringComparison.Ordinal);
        Assert.Empty(Mediator.Sent.OfType<StartVerification.Command>());
    }

    [Fact]
    public void The_list_as_it_is_becomes_a_view_that_leads_to_the_worklist()
    {
        Mediator.On<SaveView.Command>(_ => Result.Ok);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk?view=mine&priority=urgent&after=5-1");
        var page = Render<WorklistPage>();

        page.Find("[data-save-view]").Click();
        page.Find("input[name=Name]").Change("Hot ones");
        page.Find("#save-view").Submit();

        var saved = Mediator.Only<SaveView.Command>();
        Assert.Equal(("Hot ones", "/desk?view=mine&priority=urgent", false), (saved.Name, saved.Address, saved.IsShared));
    }

    [Fact]
    public void A_ticked_page_offers_the_whole_list_and_gathers_it_page_by_page()
    {
        Show("9-9", first);
        var page = Render<WorklistPage>();
        page.Find("thead input").Change(true);
        Mediator.On<ListCases.Query>(query => Answer(new ListCases.Page([CaseWorld.SummaryFor(query.After is null ? first : second, Li)], query.After is null ? "9-9" : null)));

        page.Find("[data-select-all]").Click();

        Assert.Contains("2", page.Find(".selection-bar span").TextContent, StringComparison.Ordinal);
        Assert.Equal([null, "9-9"], Mediator.Sent.OfType<ListCases.Query>().Where(q => q.Size == ListCases.LargestPage).Select(q => q.After));
        Assert.True(page.Find("thead input").HasAttribute("checked"));

        // What was gathered from another page is still ticked after the list was read anew.
        Again([first], belonging: []);
        Announce(first);
        page.WaitForElement("[data-news]", TimeSpan.FromSeconds(5)).Click();
        Assert.Contains("2", page.Find(".selection-bar span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticked_cases_get_a_tag_each_by_a_command_of_its_own()
    {
        Mediator.On<TagCase.Command>(_ => Result.Ok);
        var page = Render<WorklistPage>();
        page.Find("thead input").Change(true);

        page.Find("[data-bulk=Tag]").Click();
        page.Find("input[name=Tag]").Change("VIP");
        page.Find("dialog form").Submit();

        Assert.Equal([(first.Id, "VIP", true), (second.Id, "VIP", true)], Mediator.Sent.OfType<TagCase.Command>().Select(c => (c.Id, c.Tag, c.On)));
        Assert.Equal(2, page.FindAll(".bulk-results [data-state=Done]").Count);
    }

    [Fact]
    public void Whoever_else_has_a_case_open_is_named_at_its_row_until_he_leaves()
    {
        var page = Render<WorklistPage>();

        var visit = Services.GetRequiredService<CasePresence>().Enter(second.Id, Wang.Id, Wang.Name);

        page.WaitForAssertion(() => Assert.Contains("Wang", page.FindAll("tbody tr")[1].QuerySelector(".also-here")!.GetAttribute("title")!, StringComparison.Ordinal));
        visit.Dispose();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".also-here")));
    }

    void Again(Case[] cases, Case[] belonging) =>
        Mediator.On<ListCases.AgainQuery>(_ => Answer(new ListCases.Again([.. cases.Select(found => CaseWorld.SummaryFor(found, Li))], belonging.Select(found => found.Id).ToHashSet())));

    void Show(string? next, params Case[] cases) =>
        Mediator.On<ListCases.Query>(_ => Answer(new ListCases.Page([.. cases.Select(found => CaseWorld.SummaryFor(found, Li))], next)));
}
