using Microsoft.Playwright;
using PosCases.Seeding;

namespace PosCases.EndToEndTests.Journeys;

public sealed class ReportJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_supervisor_opens_last_weeks_report_finds_the_cases_behind_a_number_and_takes_the_PDF_with_him()
    {
        // A case of last week: the app's time goes on by one.
        await served.Given.Case().At(DemoPath.ClosedFull);
        served.Clock.Advance(TimeSpan.FromDays(7));
        await served.CountAsync();
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/insight?period=last-week");
        await Assertions.Expect(desk.Locator("h1")).ToContainTextAsync("统计");
        await Assertions.Expect(desk.Locator("#figure-outcomes tbody a").First).ToBeVisibleAsync();

        await desk.Locator("#figure-outcomes tbody a").First.ClickAsync();
        await Assertions.Expect(desk.Locator("tbody tr")).ToHaveCountAsync(1);
        await desk.Locator(".page-head a.back").ClickAsync();
        await Assertions.Expect(desk).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/insight\\?period=last-week$", default, TimeSpan.FromSeconds(1)));

        var folder = Directory.CreateTempSubdirectory("poscases-report-").FullName;
        var download = await desk.RunAndWaitForDownloadAsync(() => desk.Locator("a[href*='.pdf']").ClickAsync());
        var file = Path.Combine(folder, "report.pdf");
        await download.SaveAsAsync(file);
        var text = await TextOfAsync(file);
        Directory.Delete(folder, recursive: true);
        Assert.Contains("总览报告", text, StringComparison.Ordinal);
        Assert.Contains("全部解除", text, StringComparison.Ordinal);
        Assert.Contains("受限案件不计入任何统计", string.Concat(text.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    private static async Task<string> TextOfAsync(string pdf)
    {
        using var reader = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text;
    }
}
