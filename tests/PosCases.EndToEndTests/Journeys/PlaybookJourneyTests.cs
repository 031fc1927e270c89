using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PosCases.Cases.Verification;
using PosCases.Playbooks;
using PosCases.Seeding;

namespace PosCases.EndToEndTests.Journeys;

public sealed class PlaybookJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_supervisor_writes_a_playbook_another_publishes_it_and_the_next_case_follows_it()
    {
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/playbooks");
        await desk.OpenAsync("新剧本");
        await desk.InDialog("Code").FillAsync("power-cut");
        await desk.OpenDialog().Locator("button[type=submit]").ClickAsync();
        await desk.ArrivesAsync("**/playbooks/drafts/*");
        await desk.Named("title.zh").FillAsync("停电");
        await desk.Named("title.en").FillAsync("Power cut");
        await desk.Named("summary.zh").FillAsync("先恢复供电，再看机具。");
        await desk.Named("summary.en").FillAsync("Power first, then the terminal.");
        var causes = desk.Locator(".code-picker").First;
        await causes.Locator("summary").ClickAsync();
        await causes.Locator("input[type=search]").FillAsync("维护");
        await Assertions.Expect(causes.Locator(".code-choices button").First).ToContainTextAsync("维护");
        await causes.Locator(".code-choices button").First.ClickAsync();
        await Assertions.Expect(causes.Locator(".chosen-codes li")).ToHaveCountAsync(1);

        await desk.GetByRole(AriaRole.Button, new() { Name = "加步骤" }).ClickAsync();
        await desk.Named("steps[0].code").FillAsync("ask-power");
        await desk.Named("steps[0].stage").SelectOptionAsync("Verification");
        await desk.Named("steps[0].mandatory").CheckAsync(new() { Force = true });
        await desk.Named("steps[0].title.zh").FillAsync("问清什么时候来电");
        await desk.Named("steps[0].title.en").FillAsync("Ask when power is back");
        await desk.Named("steps[0].guidance.zh").FillAsync("打供电公司的电话。");
        await desk.Named("steps[0].guidance.en").FillAsync("Call the power company.");
        await desk.Named("steps[0].sources").FillAsync("S52");
        await desk.Named("steps[0].sources").PressAsync("Tab");
        await desk.GetByRole(AriaRole.Button, new() { Name = "提交批准" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("等另一名主管批准").Or(desk.GetByText("待批准")).First).ToBeVisibleAsync();

        var other = await OpenAsync("/", Device.Desk);
        await other.SignInAsync("sun");
        await other.GotoAsync(new Uri(desk.Url).AbsolutePath);
        await other.ReadyAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "批准并发布" }).ClickAsync();
        await other.OpenDialog().Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Link, new() { Name = "停电" })).ToBeVisibleAsync();

        var id = await served.Given.Case().Of("jinhai").At(DemoPath.Verifying);
        var (number, version) = ((await served.ViewOf(id)).Summary.Number, (await served.ViewOf(id)).Summary.Version);
        var cause = (await served.AskAsync(db => db.Set<PlaybookVersion>().SingleAsync(p => p.Code == "power-cut"))).Document.Causes[0];
        Assert.True((await served.As("li").Send(new AddCause.Command(id, version, cause, Confidence.High, CauseSource.Institution, null))).Succeeded);
        await other.GotoAsync($"/desk/cases/{number}");
        await Assertions.Expect(other.Locator(".case-plan")).ToContainTextAsync("问清什么时候来电");
    }
}
