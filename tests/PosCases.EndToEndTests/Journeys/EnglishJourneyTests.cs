using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class EnglishJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_merchant_who_chose_English_files_and_reads_in_English()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("harbor");

        var number = await phone.ReportAsync();

        await Assertions.Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(phone.GetByText("The case was filed.").First).ToBeVisibleAsync();
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("chen");
        await desk.GotoAsync($"/desk/cases/{number}");
        await Assertions.Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", await desk.Locator(".sticky-bar").InnerTextAsync());
    }
}
