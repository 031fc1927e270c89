using Microsoft.Playwright;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.EndToEndTests.Journeys;

public sealed class ReviewerJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task An_agent_reviews_every_paper_without_touching_the_mouse()
    {
        var made = (await served.ViewOf(await served.Given.Case().At(DemoPath.Judging))).Case;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await HandInAsync(phone, made.Number);
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.GotoAsync($"/desk/cases/{made.Number}?tab=evidence");
        await desk.ReadyAsync();
        await TabToAsync(desk, "a[href$='/papers']");
        await desk.Keyboard.PressAsync("Enter");
        await Shown(desk, "1");
        var papers = made.Evidence.Count + 1;
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 1 份，共 {papers} 份");

        // The picture: larger, fitted, turned.
        var viewer = desk.Locator("[data-viewer]");
        var fitted = double.Parse((await viewer.GetAttributeAsync("data-scale"))!, System.Globalization.CultureInfo.InvariantCulture);
        await desk.Keyboard.PressAsync("+");
        Assert.True(double.Parse((await viewer.GetAttributeAsync("data-scale"))!, System.Globalization.CultureInfo.InvariantCulture) > fitted);
        await desk.Keyboard.PressAsync("]");
        await Assertions.Expect(viewer).ToHaveAttributeAsync("data-turn", "90");
        await desk.Keyboard.PressAsync("0");

        // The help lies over it, and keys do nothing beneath.
        await desk.Keyboard.PressAsync("?");
        await Assertions.Expect(desk.OpenDialog()).ToContainTextAsync("退回，选择原因");
        await desk.Keyboard.PressAsync("a");
        await desk.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk.OpenDialog()).ToHaveCountAsync(0);

        // Two checks, one of them failed: the reason is chosen already; what is typed into the note fires no key.
        await desk.Keyboard.PressAsync("y");
        await Assertions.Expect(desk.Locator(".checks legend")).ToContainTextAsync("1/");
        await desk.Keyboard.PressAsync("n");
        await Assertions.Expect(desk.Locator(".checks legend")).ToContainTextAsync("2/");
        await desk.Keyboard.PressAsync("r");
        await desk.OpenDialog().Locator("input[type=checkbox]:checked").WaitForAsync();
        await TabToAsync(desk, "dialog textarea");
        await desk.Keyboard.TypeAsync("jakar");
        await TabToAsync(desk, "dialog button[type=submit]");
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.OpenDialog()).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 2 份，共 {papers} 份");
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"还有 {papers - 1} 份待审");

        // Taken back, then accepted; then all the others.
        await desk.Keyboard.PressAsync("u");
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 1 份，共 {papers} 份");
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"还有 {papers} 份待审");
        for (var left = papers - 1; left >= 0; left--)
        {
            // Once accepted a paper stands there for a moment longer: only the next one's place says that it is there.
            await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 {papers - left} 份");
            await Shown(desk, "1");
            if (left == 0)
            {
                // The last one has pages.
                await desk.Keyboard.PressAsync(".");
                await Shown(desk, "2");
            }

            await desk.Keyboard.PressAsync("a");
            await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync(left == 0 ? $"第 {papers} 份" : $"还有 {left} 份待审");
        }

        await Assertions.Expect(desk.Locator(".page-head h1")).ToContainTextAsync("通过");
        await desk.Keyboard.PressAsync("k");
        await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 {papers - 1} 份");
        await desk.Keyboard.PressAsync("Escape");
        // Looked at again and again: a change of address without a load can slip by whoever waits for the event.
        await Assertions.Expect(desk).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("tab=evidence$", default, TimeSpan.FromSeconds(1)));
        Assert.All((await served.ViewOf(made.Id)).Case.Evidence, i => Assert.Equal(PosCases.Cases.Evidence.EvidenceStatus.Accepted, i.Status));
    }

    [Fact]
    public async Task A_number_on_a_paper_is_blackened_by_keyboard_and_the_original_stays()
    {
        var made = (await served.ViewOf(await served.Given.Case().At(DemoPath.Judging))).Case;
        var paper = made.Evidence[0];
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.GotoAsync($"/desk/cases/{made.Number}/papers?item={paper.Id.Value}");
        await Shown(desk, "1");
        await TabToAsync(desk, "a[href*='/papers/redact']");
        await desk.Keyboard.PressAsync("Enter");
        await desk.Locator("[data-redact][data-shown='1']").WaitForAsync();

        await TabToAsync(desk, "[data-redact-act=add]");
        await desk.Keyboard.PressAsync("Enter");
        await desk.Keyboard.PressAsync("ArrowUp");
        await desk.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(desk.Locator(".redact-list li")).ToHaveCountAsync(1);
        await TabToAsync(desk, ".redact-list select");
        await desk.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(desk, "input[name=Reason]");
        await desk.Keyboard.TypeAsync("机构不需要完整卡号");
        await desk.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Locator(".page-head h1")).ToContainTextAsync("脱敏副本");
        await Shown(desk, "1");
        await Assertions.Expect(desk.Locator(".reviewer-facts")).ToContainTextAsync("卡号 × 1");
        var after = (await served.ViewOf(made.Id)).Case;
        var copy = Assert.Single(after.Evidence, i => i.DerivedFrom == paper.Id);
        Assert.NotEqual(paper.Sha256, copy.Sha256);
        Assert.Equal(paper.Sha256, after.Evidence.Single(i => i.Id == paper.Id).Sha256);
    }

    private static async Task HandInAsync(IPage phone, string number)
    {
        await phone.GotoAsync($"/my/cases/{number}");
        var stored = phone.WaitForResponseAsync(r => r.Url.Contains("/uploads/", StringComparison.Ordinal) && r.Request.Method == "PATCH" && r.Status != 204);
        await phone.Locator(".other-papers [data-upload] input[type=file]:not([capture])").SetInputFilesAsync(
            new FilePayload { Name = "contract.pdf", MimeType = "application/pdf", Buffer = SamplePdf.Of(["one", "two"]) });
        Assert.Equal(201, (await stored).Status);
    }

    private static Task Shown(IPage page, string number) => page.Locator($"[data-viewer][data-shown='{number}']").WaitForAsync();

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by keyboard.");
    }
}
