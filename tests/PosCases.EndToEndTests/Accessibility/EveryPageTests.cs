using Microsoft.Playwright;
using PosCases.EndToEndTests.Journeys;

namespace PosCases.EndToEndTests.Accessibility;

public sealed class EveryPageTests(DemoApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<DemoApp>
{
    public static TheoryData<string> People => [.. Sights.People];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Nothing_keeps_anybody_from_using_a_page_that_he_sees(string person)
    {
        var sights = await Sights.OfAsync(person, app);
        var page = await OpenAsync("/account/sign-in", Device.Desk);
        if (person.Length > 0)
        {
            await page.SignInAsync(person);
        }

        var findings = await Looker.LookAsync(page, !Sights.IsStaff(person), sights);

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    [Fact]
    public async Task Every_page_is_looked_at()
    {
        List<string?> seen = [];
        foreach (var person in Sights.People)
        {
            seen.AddRange((await Sights.OfAsync(person, app)).Select(sight => Routes.Of(sight.Path)));
        }

        Assert.Empty(Routes.All.Except(seen, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_page_is_found()
    {
        var page = await OpenAsync("/account/sign-in", Device.Desk);

        var findings = await Looker.LookAsync(page, isPhoneFirst: true, [new("/first-aid", "spoilt", Acts.SpoilAsync)]);

        Assert.Collection(
            findings,
            contrast => Assert.Matches("(?s)^color-contrast at #faint .*/first-aid \\(spoilt\\), 390 px, dark", contrast),
            policy => Assert.Matches("(?s)^console: .*style-src", policy),
            console => Assert.StartsWith("console: told", console, StringComparison.Ordinal),
            label => Assert.StartsWith("label at #nameless", label, StringComparison.Ordinal),
            width => Assert.Matches("(?s)^scrolls sideways by .* px at p#wide.*, 390 px, light", width));
    }

    [Fact]
    public async Task The_link_to_the_content_leads_to_the_page_that_is_shown()
    {
        var page = await OpenAsync("/", Device.Desk);
        await page.SignInAsync("li");
        await page.ReadyAsync();
        await page.Locator(".desk-side a[href='/merchants']").ClickAsync();
        await page.ArrivesAsync("**/merchants");

        var link = page.Locator(".skip-link");
        await Assertions.Expect(link).ToHaveAttributeAsync("href", $"{page.Url}#main");
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        Assert.EndsWith("/merchants", page.Url, StringComparison.Ordinal);
    }
}
