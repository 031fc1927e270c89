using Microsoft.Playwright;
using PosCases.Seeding;

namespace PosCases.EndToEndTests.Journeys;

public sealed class WholeCaseJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_merchant_reports_on_the_phone_an_agent_works_the_case_a_supervisor_closes_it_and_the_merchant_sees_it()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        var number = await phone.ReportAsync();
        Assert.StartsWith("FZ-", number, StringComparison.Ordinal);

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.GotoAsync("/desk");
        await desk.GetByText(number).First.WaitForAsync();
        await desk.WorkToAnswerAsync(phone, number);
        await desk.ProposeAsync(number, "机构复核通过并恢复全部功能，商户确认到账。");

        var review = await OpenAsync("/", Device.Desk);
        await review.SignInAsync("zhao");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenMainActionAsync();
        await review.SendDialogAsync();

        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.GetByText("全部解除").First).ToBeVisibleAsync();
        await Assertions.Expect(phone.GetByText("请核对最近三天的到账金额。").First).ToBeVisibleAsync();
        await phone.ChooseAsync("Stars", "5");
        await phone.Locator("form#rate button[type=submit], button[form=rate]").First.ClickAsync();
        await Assertions.Expect(phone.Locator("body")).ToContainTextAsync("5");
    }

    [Fact]
    public async Task A_returned_proposal_is_reworked_by_its_owner_and_approved_the_second_time()
    {
        var number = (await served.ViewOf(await served.Given.Case().Of("lanxin").By("wang").At(DemoPath.Proposed))).Summary.Number;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("lanxin");
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("wang");

        var review = await OpenAsync("/", Device.Desk);
        await review.SignInAsync("zhao");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenAsync("退回");
        await review.InDialog("Reason").FillAsync("请补充到账凭证");
        await review.SendDialogAsync();

        await desk.GotoAsync($"/desk/cases/{number}?tab=outcome");
        await Assertions.Expect(desk.GetByText("请补充到账凭证").First).ToBeVisibleAsync();
        await desk.ProposeAsync(number, "已恢复，附到账短信");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenMainActionAsync();
        await review.SendDialogAsync();
        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.GetByText("全部解除").First).ToBeVisibleAsync();
    }
}
