using PosCases.Platform.Tools;

namespace PosCases.UnitTests.Platform.Tools;

/// <summary>The tools that this machine has, run as the product runs them.</summary>
public sealed class RealToolsTests : IDisposable
{
    private readonly ExternalTools tools = new(new ToolOptions());
    private readonly ToolFolder folder;

    public RealToolsTests() => folder = tools.NewFolder();

    public void Dispose()
    {
        folder.Dispose();
        tools.Dispose();
    }

    [Theory]
    [InlineData(Tool.PdfToPpm, "-v", 0)]
    [InlineData(Tool.PdfToText, "-v", 0)]
    [InlineData(Tool.Qpdf, "--version", 1)]
    [InlineData(Tool.Vips, "--version", 1)]
    [InlineData(Tool.VipsHeader, "--version", 1)]
    [InlineData(Tool.LibreOffice, "--version", 1)]
    [InlineData(Tool.Chromium, "--version", 1)]
    public async Task A_tool_runs_within_the_limits(Tool tool, string argument, int leastWords)
    {
        Assert.SkipUnless(tools.IsThere(tool), $"{tool} is not on this machine.");

        var run = await tools.RunAsync(tool, [argument], new ToolLimits(), TestContext.Current.CancellationToken);

        Assert.True(Assert.IsType<ToolRun.Succeeded>(run).Output.Length >= leastWords);
    }

    [Fact]
    public async Task An_office_document_becomes_a_PDF_with_its_text()
    {
        Assert.SkipUnless(tools.IsThere(Tool.LibreOffice) && tools.IsThere(Tool.PdfToText), "LibreOffice or pdftotext is not on this machine.");
        await File.WriteAllTextAsync(folder.File("note.txt"), "\u60c5\u51b5\u8bf4\u660e", TestContext.Current.CancellationToken);

        Assert.IsType<ToolRun.Succeeded>(await tools.RunAsync(
            Tool.LibreOffice,
            ["--headless", "--norestore", "--convert-to", "pdf", "--infilter=Text (encoded):UTF8", "--outdir", folder.Path, folder.File("note.txt")],
            new ToolLimits(), TestContext.Current.CancellationToken));
        var text = await tools.RunAsync(Tool.PdfToText, [folder.File("note.pdf"), "-"], new ToolLimits(), TestContext.Current.CancellationToken);

        Assert.Contains("\u60c5\u51b5\u8bf4\u660e", Assert.IsType<ToolRun.Succeeded>(text).Output, StringComparison.Ordinal);
    }
}
