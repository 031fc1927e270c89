using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Playwright;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.EndToEndTests.Journeys;

public sealed class PackJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private const int Papers = 30;

    private readonly ServedApp served = app;

    [Fact]
    public async Task Thirty_papers_go_to_the_institution_as_one_pack_that_it_can_check()
    {
        var made = (await served.ViewOf(await served.Given.Case().At(DemoPath.Judging))).Case;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await phone.GotoAsync($"/my/cases/{made.Number}");
        await phone.Locator(".other-papers [data-upload] input[type=file]:not([capture])").SetInputFilesAsync(
            [.. Enumerable.Range(made.Evidence.Count + 1, Papers - made.Evidence.Count).Select(Paper)]);
        await Assertions.Expect(phone.Locator(".upload-item")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await AcceptAllAsync(desk, made.Id, made.Number);

        await desk.GotoAsync($"/desk/cases/{made.Number}?tab=communication");
        await desk.OpenAsync("制作材料包");
        await Assertions.Expect(desk.OpenDialog().Locator("[name=Items]:checked")).ToHaveCountAsync(Papers);
        await desk.InDialog("CoverNote").FillAsync("现提交全部经营材料，请核查。");
        await desk.SendDialogAsync();
        await desk.Locator(".pack-row [role=status]").WaitForAsync();
        var (pdf, zip) = (desk.Locator(".pack-row a[href$='.pdf']"), desk.Locator(".pack-row a[href$='.zip']"));
        await zip.WaitForAsync(new() { Timeout = 90_000 });

        var folder = Directory.CreateTempSubdirectory("poscases-pack-").FullName;
        var text = await RunAsync(folder, "pdftotext", "-layout", await FetchAsync(desk, pdf, folder), "-");
        Assert.Contains("现提交全部经营材料，请核查。", text, StringComparison.Ordinal);
        Assert.Contains($"材料 {Papers} ", text, StringComparison.Ordinal);
        await ZipFile.ExtractToDirectoryAsync(await FetchAsync(desk, zip, folder), Path.Combine(folder, "out"), TestContext.Current.CancellationToken);
        Assert.Equal(Papers, Directory.EnumerateFiles(Path.Combine(folder, "out", "papers")).Count());
        var said = (await RunAsync(Path.Combine(folder, "out"), "sha256sum", "-c", "manifest.sha256")).Trim().Split('\n');
        Assert.True(said.Length > Papers);
        Assert.All(said, line => Assert.EndsWith(": OK", line, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    private static FilePayload Paper(int number) => number % 10 == 0
        ? new() { Name = $"合同{number}.pdf", MimeType = "application/pdf", Buffer = SamplePdf.Of([$"contract {number}", "second page"]) }
        : new() { Name = $"照片{number}.png", MimeType = "image/png", Buffer = Walk.Picture() };

    private async Task AcceptAllAsync(IPage desk, CaseId made, string number)
    {
        await desk.GotoAsync($"/desk/cases/{number}/papers");
        for (var place = 1; place <= Papers; place++)
        {
            await Assertions.Expect(desk.Locator(".reviewer-place")).ToContainTextAsync($"第 {place} 份，共 {Papers} 份");
            await desk.Locator("[data-viewer][data-shown='1']").WaitForAsync();
            await desk.Keyboard.PressAsync("a");
        }

        await Assertions.Expect(desk.Locator(".page-head h1")).ToContainTextAsync("通过");
        var seen = await served.ViewOf(made);
        Assert.All(seen.Case.Evidence, i => Assert.Equal(EvidenceStatus.Accepted, i.Status));
    }

    private static async Task<string> FetchAsync(IPage page, ILocator link, string folder)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        var path = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    private static async Task<string> RunAsync(string folder, string tool, params string[] words)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(tool, words) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
