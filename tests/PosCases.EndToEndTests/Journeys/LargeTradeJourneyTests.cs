using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed partial class LargeTradeJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_large_trade_is_written_down_on_the_phone_and_put_into_a_case_that_comes_later()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        var number = await phone.ReportAsync();
        await phone.GotoAsync("/my/trades/new");
        await phone.Named("Form.Amount").FillAsync("28,800");
        await phone.Named("Form.Goods").FillAsync("礼盒 120 盒");
        await phone.Named("Form.Buyer").FillAsync("吴经理");
        await phone.ChooseAsync("Form.Checks", "KnownCustomer");
        await phone.Named("Form.Purpose").FillAsync("公司礼品");
        await phone.Locator("label:has(input[name='Form.Delivery'][value='TakenAway'])").ClickAsync();
        await phone.Named("Form.Staff").FillAsync("何领班");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await Assertions.Expect(phone).ToHaveURLAsync(Saved());

        await phone.Locator($"button:has-text('{number}')").ClickAsync();
        await Assertions.Expect(phone).ToHaveURLAsync(InCase());
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync(number);
        await phone.GotoAsync("/my/trades");
        await Assertions.Expect(phone.Locator(".data-table")).ToContainTextAsync("¥28,800.00");
    }

    [GeneratedRegex("/trades/[0-9a-f-]+\\?done=saved", RegexOptions.None, 1000)]
    private static partial Regex Saved();

    [GeneratedRegex("/trades/[0-9a-f-]+\\?done=case", RegexOptions.None, 1000)]
    private static partial Regex InCase();
}
