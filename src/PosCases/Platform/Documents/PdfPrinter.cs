using PosCases.Platform.Tools;

namespace PosCases.Platform.Documents;

/// <summary>Prints a paper as PDF: Chromium, where it is there, prints the page that people could print themselves.</summary>
public sealed class PdfPrinter(ExternalTools tools)
{
    private static readonly ToolLimits Limits = new() { WallTime = TimeSpan.FromSeconds(60), CpuTime = TimeSpan.FromSeconds(60), LargestFile = 128L << 20 };

    /// <summary>Whether this machine can; where it cannot, the page itself is offered for printing.</summary>
    public bool IsThere => tools.IsThere(Tool.Chromium);

    /// <summary>Prints it.</summary>
    /// <returns>The bytes of the PDF, or why there is none.</returns>
    public async Task<Printed> PrintAsync(PrintDocument document, CancellationToken ct)
    {
        using var folder = tools.NewFolder();
        var (page, output) = (folder.File("page.html"), folder.File("page.pdf"));
        await File.WriteAllTextAsync(page, HtmlWriter.Write(document).Html, ct);
        var run = await tools.RunAsync(Tool.Chromium, Arguments(folder, page, output), Limits, ct);
        return run switch
        {
            ToolRun.Succeeded when File.Exists(output) && new FileInfo(output).Length > 0 => new Printed(await File.ReadAllBytesAsync(output, ct), null),
            ToolRun.Succeeded => new Printed(null, new ToolRun.Failed(Tool.Chromium, 0, "")),
            _ => new Printed(null, run),
        };
    }

    // The page's own policy allows neither scripts nor addresses. Scripts cannot be turned off as a whole: the print itself is steered by one.
    private static List<string> Arguments(ToolFolder folder, string page, string output)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-breakpad", "--disable-crash-reporter", "--no-first-run", "--no-default-browser-check", "--mute-audio",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer",
            "--user-data-dir=" + Path.Combine(folder.Path, "profile"), "--print-to-pdf=" + output,
        ];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium refuses root with its sandbox; docs/operations.md says not to run the app as root.
            arguments.Add("--no-sandbox");
        }

        arguments.Add(new Uri(page).AbsoluteUri);
        return arguments;
    }
}

/// <summary>A print, or why there is none.</summary>
/// <param name="Pdf">The bytes.</param>
/// <param name="Failure">How the tool ended, where there are none.</param>
public sealed record Printed(byte[]? Pdf, ToolRun? Failure);
