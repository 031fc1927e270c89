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
        var output = folder.File("page.pdf");
        return await PrintPageAsync(folder, HtmlWriter.Write(document).Html, output, ct) is { } failure
            ? new Printed(null, failure)
            : new Printed(await File.ReadAllBytesAsync(output, ct), null);
    }

    /// <summary>Prints a page of our own; it may show pictures that lie in the folder.</summary>
    /// <returns>How it failed; none when the PDF is there.</returns>
    internal async Task<ToolRun?> PrintPageAsync(ToolFolder folder, string html, string output, CancellationToken ct)
    {
        var page = folder.File($"{Path.GetFileNameWithoutExtension(output)}.html");
        await File.WriteAllTextAsync(page, html, ct);
        return await tools.RunAsync(Tool.Chromium, Arguments(folder, page, output), Limits, ct) switch
        {
            ToolRun.Succeeded when File.Exists(output) && new FileInfo(output).Length > 0 => null,
            ToolRun.Succeeded => new ToolRun.Failed(Tool.Chromium, 0, ""),
            var run => run,
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
