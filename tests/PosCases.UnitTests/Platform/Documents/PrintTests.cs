using System.Diagnostics;
using PosCases.Platform.Documents;
using PosCases.Platform.Tools;

namespace PosCases.UnitTests.Platform.Documents;

/// <summary>What comes out of real programs: an office suite opens the DOCX, a browser prints the page.</summary>
public sealed class PrintTests : IDisposable
{
    // Set it to keep what the tests print, for looking at.
    private static readonly string? Keep = Environment.GetEnvironmentVariable("POSCASES_KEEP_PRINTS");

    private readonly ExternalTools tools = new(new ToolOptions());
    private readonly ToolFolder folder;

    public PrintTests() => folder = tools.NewFolder();

    public void Dispose()
    {
        folder.Dispose();
        tools.Dispose();
    }

    [Fact]
    public async Task A_browser_prints_the_paper_with_its_Chinese_and_the_font_inside()
    {
        Needs(Tool.Chromium, Tool.PdfToText);

        var pdf = await PrintAsync(Papers.Chinese, "browser");

        await SaysWhatItShould(pdf);
        // Whether as font files or as glyphs of their own (Type 3) is the browser's choice; none may be left to the reader's machine.
        var fonts = await FontsOf(pdf);
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Equal("yes", font.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5]));
    }

    [Fact]
    public async Task An_office_suite_opens_the_DOCX_and_reads_the_Chinese()
    {
        Needs(Tool.LibreOffice, Tool.PdfToText);
        await File.WriteAllBytesAsync(folder.File("letter.docx"), DocxWriter.Write(Papers.Chinese), TestContext.Current.CancellationToken);

        var run = await tools.RunAsync(
            Tool.LibreOffice, ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.Path, folder.File("letter.docx")],
            new ToolLimits { WallTime = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken);

        Assert.IsType<ToolRun.Succeeded>(run);
        Kept(folder.File("letter.docx"));
        Kept(folder.File("letter.pdf"));
        await SaysWhatItShould(folder.File("letter.pdf"));
    }

    [Fact]
    public async Task Hostile_words_are_printed_as_words()
    {
        Needs(Tool.Chromium, Tool.PdfToText);

        var text = await TextOf(await PrintAsync(Papers.Attack, "attack"));

        Assert.Contains("<script>alert(1)</script>", string.Concat(text.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_it_is_said_that_there_is_none()
    {
        using var none = new ExternalTools(new ToolOptions { Paths = { [Tool.Chromium] = "" } });
        var printer = new PdfPrinter(none);

        Assert.False(printer.IsThere);
        Assert.Equal(new Printed(null, new ToolRun.Missing(Tool.Chromium)), await printer.PrintAsync(Papers.Chinese, TestContext.Current.CancellationToken));
    }

    private async Task<string> PrintAsync(PrintDocument paper, string name)
    {
        var printed = await new PdfPrinter(tools).PrintAsync(paper, TestContext.Current.CancellationToken);
        Assert.Null(printed.Failure);
        var path = folder.File(name + ".pdf");
        await File.WriteAllBytesAsync(path, printed.Pdf!, TestContext.Current.CancellationToken);
        Kept(path);
        return path;
    }

    private async Task SaysWhatItShould(string pdf)
    {
        var text = string.Concat((await TextOf(pdf)).Where(c => !char.IsWhiteSpace(c)));
        foreach (var words in (string[])
            ["关于商户收款账户的情况说明", "华南银行信用卡中心：", "现将有关情况说明如下", "【待填：商户编号】", "¥48,200.00", "第60笔：饮料批发", "说明人（盖章）：", "《反电信网络诈骗法》第32条", "草稿"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Matches("第1页共[3-9]页", text);
    }

    private async Task<string> TextOf(string pdf) => Assert.IsType<ToolRun.Succeeded>(
        await tools.RunAsync(Tool.PdfToText, ["-layout", pdf, "-"], new ToolLimits(), TestContext.Current.CancellationToken)).Output;

    private static async Task<string[]> FontsOf(string pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdffonts", [pdf]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var table = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
    }

    private void Needs(params Tool[] needed) =>
        Assert.SkipUnless(needed.All(tools.IsThere), $"Not on this machine: {string.Join(", ", needed.Where(t => !tools.IsThere(t)))}");

    private static void Kept(string path)
    {
        if (Keep is not null)
        {
            File.Copy(path, Path.Combine(Keep, Path.GetFileName(path)), overwrite: true);
        }
    }
}
