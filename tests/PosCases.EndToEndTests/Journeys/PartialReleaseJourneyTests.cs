using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class PartialReleaseJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_part_is_released_for_a_time_and_the_merchant_sees_what_remains_and_what_works()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        var number = await phone.ReportAsync();
        await phone.GotoAsync($"/my/cases/{number}/impact");
        await phone.Named("DailyTakings").FillAsync("5000");
        await phone.Named("LostSharePercent").FillAsync("50");
        await phone.Named("MarginPercent").FillAsync("40");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync($"**/my/cases/{number}*");
        await Assertions.Expect(phone.Locator("#impact")).ToContainTextAsync("¥1,000.00");

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.TakeUpAsync(number);
        await desk.AskOfficiallyAsync("Confirms");
        await desk.JudgeNoticeAsync("Genuine");
        await desk.ConfirmGenuineAsync();
        await desk.GotoAsync($"/desk/cases/{number}?tab=money");
        await desk.OpenAsync("登记一笔");
        await desk.ChooseInDialogAsync("Kind", "Frozen");
        await desk.InDialog("Amount").FillAsync("48200");
        await desk.InDialog("Proof").FillAsync("机构短信");
        await desk.SendDialogAsync();

        await desk.OpenAsync("提出临时解除");
        await desk.InDialog("Terms.Amount").FillAsync("30000");
        await desk.ChooseInDialogAsync("Terms.Abilities", "Withdraw");
        await desk.SendDialogAsync();
        await desk.OpenAsync("记录答复");
        await desk.ChooseInDialogAsync("Move", "Accepted");
        await desk.InDialog("Terms.Amount").FillAsync("20000");
        await desk.InDialog("Terms.From").FillAsync(Day(0));
        await desk.InDialog("Terms.To").FillAsync(Day(30));
        await desk.InDialog("Said.Reference").FillAsync("LS-1");
        await desk.SendDialogAsync();
        await Assertions.Expect(desk.Locator(".data-table")).ToContainTextAsync("¥28,200.00");

        await phone.GotoAsync($"/my/cases/{number}");
        var money = phone.Locator("#money");
        await Assertions.Expect(money.Locator(".balance-rest")).ToContainTextAsync("¥28,200.00");
        await Assertions.Expect(money.Locator(".abilities")).ToContainTextAsync("临时恢复");
        await phone.GotoAsync($"/my/cases/{number}/interim");
        await phone.ChooseAsync("Terms.Code", "mobile-payment");
        await phone.Locator("input[name='Terms.OwnName']").CheckAsync(new() { Force = true });
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await Assertions.Expect(phone.Locator(".interim-ways")).ToContainTextAsync("移动支付");
    }

    private static string Day(int days) => PosCases.Platform.ShanghaiTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
