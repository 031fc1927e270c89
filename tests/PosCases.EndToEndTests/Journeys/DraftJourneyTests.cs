using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class DraftJourneyTests(ServedProcess process, ChromiumBrowser chromium) : Journey(process, chromium), IClassFixture<ServedProcess>
{
    [Fact]
    public async Task What_was_typed_survives_a_killed_server_and_a_closed_tab()
    {
        var ct = TestContext.Current.CancellationToken;
        await Process!.StartAsync(ct);
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("xiaolu");
        await phone.StartReportAsync();
        await phone.ChooseAsync("ToldBy", "Sms");
        var saved = phone.WaitForResponseAsync(r => r.Url.Contains("/drafts/", StringComparison.Ordinal) && r.Ok);
        await phone.Named("Wording").FillAsync("您的账户已暂停结算");
        await saved;

        await Process!.KillAsync(ct);
        await Process!.StartAsync(ct);
        var again = await phone.Context.NewPageAsync();
        await phone.CloseAsync();
        await again.GotoAsync("/my/new");
        await again.Locator("a[href*='/my/new/']").First.ClickAsync();

        await Assertions.Expect(again.Named("Wording")).ToHaveValueAsync("您的账户已暂停结算");
        await Assertions.Expect(again.Locator("input[name=ToldBy][value=Sms]")).ToBeCheckedAsync();
    }
}
