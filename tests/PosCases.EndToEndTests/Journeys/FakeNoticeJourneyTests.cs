using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class FakeNoticeJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_merchant_who_was_asked_for_a_code_is_warned_at_once_and_the_notice_is_closed_as_fake()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("kangle");
        await phone.StartReportAsync();
        await phone.ChooseAsync("Demands", "SmsCode");
        await Assertions.Expect(phone.Locator(".red-flags").First).ToBeVisibleAsync();

        var number = await phone.ReportAsync("SmsCode", "Fee");
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.TakeUpAsync(number);
        await desk.AskOfficiallyAsync("Denies");
        await desk.JudgeNoticeAsync("Fake");
        await desk.OpenMainActionAsync();
        await desk.InDialog("Advice").FillAsync("不要回拨，不要付费。");
        await desk.SendDialogAsync();

        var review = await OpenAsync("/", Device.Desk);
        await review.SignInAsync("zhao");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenMainActionAsync();
        await review.SendDialogAsync();

        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.GetByText("虚假通知").First).ToBeVisibleAsync();
        await Assertions.Expect(phone.GetByText("不要回拨，不要付费。").First).ToBeVisibleAsync();
    }
}
