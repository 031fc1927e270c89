using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Seeding;
using PosCases.Team;
using PosCases.Web.Hosting;

namespace PosCases.EndToEndTests.Journeys;

/// <summary>The desk with more cases than one screen holds.</summary>
public sealed class WorklistJourneyTests(WorklistJourneyTests.Busy app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<WorklistJourneyTests.Busy>
{
    private const int Wanted = 500;

    [Fact]
    public async Task A_supervisor_assigns_five_hundred_cases_at_once_and_reads_what_became_of_each()
    {
        var zhao = app.As("zhao");
        var before = await OpenOfAsync("chen");
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/desk?view=all&status=verification&sort=oldest");
        await desk.ReadyAsync();

        await desk.Locator("thead input[type=checkbox]").CheckAsync();
        await desk.Locator("[data-select-all]").ClickAsync();
        await Assertions.Expect(desk.Locator(".selection-bar > span")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"[5-9]\d\d", default, TimeSpan.FromSeconds(1)));
        await desk.Locator("[data-bulk=Assign]").ClickAsync();
        await desk.ChooseInDialogAsync("To", $"{app.CallerOf("chen").Id}");
        await desk.OpenDialog().Locator("button[type=submit]").ClickAsync();

        var results = desk.Locator(".bulk-results > li");
        await Assertions.Expect(results.First).ToHaveAttributeAsync("data-state", "Done");
        await Assertions.Expect(desk.Locator(".bulk-results > li[data-state=Pending]")).ToHaveCountAsync(0, new() { Timeout = 120_000 });
        var done = await results.CountAsync();
        Assert.True(done >= Wanted, $"{done} cases");
        Assert.Equal(done, await desk.Locator(".bulk-results > li[data-state=Done]").CountAsync());
        var load = (await zhao.Send(new ViewLoad.Query())).Value.Single(row => row.PersonId == app.CallerOf("chen").Id);
        Assert.True(load.Open >= Math.Max(Wanted, before), $"{load.Open} open");
        Assert.Equal(done, await app.AskAsync(db => Task.FromResult(db.Set<Case>().Count(c => c.Status == CaseStatus.Verification && c.OwnerId == app.CallerOf("chen").Id))));
    }

    [Fact]
    public async Task Two_Chinese_words_find_cases_for_the_desk_and_only_the_own_ones_for_a_merchant()
    {
        await app.Given.Case().Of("hengtong").At(DemoPath.Filed);
        await app.Given.Case().Of("huanan").At(DemoPath.Filed);
        await app.IndexAsync();
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.ReadyAsync();

        await desk.Keyboard.PressAsync("Control+k");
        await desk.Keyboard.TypeAsync("星河 恒通");
        await desk.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Locator("main mark").First).ToBeVisibleAsync();
        Assert.Contains("恒通", await desk.Locator("main mark").AllInnerTextsAsync());

        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await phone.GotoAsync("/search?q=恒通");
        await Assertions.Expect(phone.Locator("main")).Not.ToContainTextAsync("恒通电器");
        await phone.GotoAsync("/search?q=华南");
        await Assertions.Expect(phone.Locator("main mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_agents_who_ask_for_the_next_case_get_two_and_see_each_other()
    {
        // The busy world gave them more than they can carry; whether another journey has taken it from them does not matter here.
        foreach (var person in new[] { "li", "wang" })
        {
            Assert.True((await app.As("zhao").Send(new SettleMember.Command(app.CallerOf(person).Id, [], await OpenOfAsync(person) + 10))).Succeeded);
        }

        var (li, wang) = (await OpenAsync("/", Device.Desk), await OpenAsync("/", Device.Desk));
        await li.SignInAsync("li");
        await wang.SignInAsync("wang");
        foreach (var page in new[] { li, wang })
        {
            await page.GotoAsync("/desk");
            await page.ReadyAsync();
            await page.HearsKeysAsync();
        }

        await Task.WhenAll(li.Keyboard.PressAsync("g"), wang.Keyboard.PressAsync("g"));

        foreach (var page in new[] { li, wang })
        {
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk/cases/FZ-", default, TimeSpan.FromSeconds(1)));
        }

        Assert.NotEqual(li.Url, wang.Url);
        await wang.GotoAsync(li.Url);
        await Assertions.Expect(li.Locator(".also-here-note")).ToContainTextAsync("王强");
        await Assertions.Expect(wang.Locator(".also-here-note")).ToContainTextAsync("李静");
    }

    private async Task<int> OpenOfAsync(string person) =>
        (await app.As("zhao").Send(new ViewLoad.Query())).Value.Single(row => row.PersonId == app.CallerOf(person).Id).Open;

    /// <summary>The demo world with the busy one on top of it.</summary>
    public sealed class Busy : ServedApp, IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            var options = CoreHosting.ReadOptions(Services.GetRequiredService<IConfiguration>(), Services.GetRequiredService<IHostEnvironment>());
            await new BusyWorld(options).SeedAsync(2000, CancellationToken.None);
        }
    }
}
