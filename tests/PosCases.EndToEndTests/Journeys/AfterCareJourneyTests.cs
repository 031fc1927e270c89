using Microsoft.Playwright;
using PosCases.AfterCare;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Web.AfterCare;

namespace PosCases.EndToEndTests.Journeys;

public sealed class AfterCareJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_finding_of_the_self_check_on_the_phone_becomes_a_task_that_is_shown_and_accepted()
    {
        var id = await served.Given.Case().Of("huanan").By("li").At(DemoPath.ClosedFull);
        foreach (var command in await served.AskAsync(db => BeginAfterCare.Job.Due(db, served.Clock.GetUtcNow(), TestContext.Current.CancellationToken)))
        {
            await served.As(Caller.System).Send(command);
        }

        var number = (await served.ViewOf(id)).Summary.Number;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await phone.GotoAsync(CareLinks.Mine);
        await phone.Locator("#check button[type=submit]").ClickAsync();
        foreach (var (page, group) in QuestionnaireLibrary.Current.Groups.Index())
        {
            await Assertions.Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/after-care/check/[^/]+/{page + 1}$", default, TimeSpan.FromSeconds(1)));
            foreach (var question in QuestionnaireLibrary.Current.Of(group.Code))
            {
                // The bar at the bottom lies over the last cards: an ordinary click scrolls them free.
                await phone.Locator($"label:has(input[name='{question.Code}'][value='{(question.Code == "Q25" ? InspectionAnswer.No : InspectionAnswer.Yes)}'])").ClickAsync();
            }

            await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        }

        await Assertions.Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/after-care/check/[^/]+$", default, TimeSpan.FromSeconds(1)));
        await phone.Locator(".sticky-bar button[type=submit]:not([disabled])").ClickAsync();
        await Assertions.Expect(phone.Locator(".care-score-value strong")).ToHaveTextAsync("98");
        await phone.Locator(".care-tasks a").First.ClickAsync();
        await phone.Named("Said").FillAsync("写了一页预案，贴在收银台里侧。");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await Assertions.Expect(phone.Locator(".page-head").First).ToContainTextAsync("待确认");

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.GotoAsync(CareLinks.Of(CarePart.Offered, CareOwner.Mine));
        await desk.Locator(".care-list").GetByText(number).ClickAsync();
        await desk.OpenAsync("确认完成");
        await desk.SendDialogAsync();
        await Assertions.Expect(desk.Locator(".desk-tasks")).ToContainTextAsync("已完成");

        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator(".page-head").First).ToContainTextAsync("已完成");
    }
}
