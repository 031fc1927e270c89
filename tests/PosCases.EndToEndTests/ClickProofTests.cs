using Microsoft.Playwright;

namespace PosCases.EndToEndTests;

public sealed class ClickProofTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    [Theory]
    [InlineData(Device.Phone)]
    [InlineData(Device.Desk)]
    public async Task A_click_travels_over_the_circuit(Device device)
    {
        var page = await OpenAsync("/proof", device);
        await Interactive(page);

        await page.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveTextAsync("1");
    }
}
