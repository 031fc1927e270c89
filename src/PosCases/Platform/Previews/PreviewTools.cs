using System.Globalization;
using System.Text.RegularExpressions;
using PosCases.Platform.Tools;

namespace PosCases.Platform.Previews;

/// <summary>What the programs of the operating system do for previews, each within the limits.</summary>
internal sealed partial class PreviewTools(PreviewOptions options, ExternalTools tools)
{
    private const int Quality = 85;

    private ToolLimits Limits => new() { WallTime = options.Time, CpuTime = options.Time, Memory = options.Memory };

    public bool DrawsPictures => tools.IsThere(Tool.Vips) && tools.IsThere(Tool.VipsHeader);

    public bool DrawsPages => tools.IsThere(Tool.PdfToPpm) && tools.IsThere(Tool.Qpdf);

    public bool ReadsOffice => tools.IsThere(Tool.LibreOffice);

    public ToolFolder NewFolder() => tools.NewFolder();

    /// <summary>Draws a picture anew: turned as the camera says, scaled down, nothing kept but the pixels.</summary>
    public async Task<Preview> DrawPictureAsync(ToolFolder folder, string path, int side, CancellationToken ct)
    {
        // The header alone is read first: a small file may claim to be larger than any memory.
        if (await tools.RunAsync(Tool.VipsHeader, [path], Limits, ct) is not ToolRun.Succeeded { Output: var header } || Dimensions().Match(header) is not { Success: true } found)
        {
            return new Preview.None(NoPreview.Unreadable);
        }

        if (Number(found, "wide") * Number(found, "high") > options.MostPixels)
        {
            return new Preview.None(NoPreview.TooLarge);
        }

        var made = folder.File("out.jpg");
        var run = await tools.RunAsync(
            Tool.Vips,
            ["thumbnail", path, $"{made}[Q={Text(Quality)},strip,background=255]", Text(side), "--height", Text(side), "--size", "down"],
            Limits,
            ct);
        return await PictureAsync(run, made, 1, 1, ct);
    }

    /// <summary>Draws a page of a PDF.</summary>
    public async Task<Preview> DrawPageAsync(ToolFolder folder, string path, int page, int side, CancellationToken ct)
    {
        var counted = await tools.RunAsync(Tool.Qpdf, ["--show-npages", path], Limits, ct);
        if (counted is not ToolRun.Succeeded { Output: var said } || !int.TryParse(said.Trim(), CultureInfo.InvariantCulture, out var pages) || pages < 1)
        {
            return new Preview.None(counted is ToolRun.TimedOut ? NoPreview.TooSlow : NoPreview.Unreadable);
        }

        pages = Math.Min(pages, options.MostPages);
        if (page > pages)
        {
            return new Preview.None(NoPreview.NoPage);
        }

        // Scaled to a number of pixels, so that the size that a page claims does not matter.
        var run = await tools.RunAsync(
            Tool.PdfToPpm,
            ["-f", Text(page), "-l", Text(page), "-scale-to", Text(side), "-jpeg", "-jpegopt", $"quality={Text(Quality)}", "-singlefile", path, folder.File("out")],
            Limits,
            ct);
        return await PictureAsync(run, folder.File("out.jpg"), page, pages, ct);
    }

    /// <summary>Turns an office document into <c>in.pdf</c> beside it; why not, when it fails.</summary>
    public async Task<NoPreview?> ConvertAsync(ToolFolder folder, string path, CancellationToken ct)
    {
        var part = path.EndsWith(".xlsx", StringComparison.Ordinal) ? "calc" : path.EndsWith(".pptx", StringComparison.Ordinal) ? "impress" : "writer";
        var pages = $$$"""pdf:{{{part}}}_pdf_Export:{"PageRange":{"type":"string","value":"1-{{{Text(options.MostOfficePages)}}}"}}""";
        var run = await tools.RunAsync(
            Tool.LibreOffice,
            [
                $"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
                "--convert-to", path.EndsWith(".bin", StringComparison.Ordinal) ? "pdf" : pages, "--outdir", folder.Path, path,
            ],
            Limits with { WallTime = options.OfficeTime, CpuTime = options.OfficeTime },
            ct);
        return run is ToolRun.TimedOut ? NoPreview.TooSlow
            : run is ToolRun.Succeeded && File.Exists(folder.File("in.pdf")) ? null
            : NoPreview.Unreadable;
    }

    /// <summary>Rewrites a PDF, without the owner's restrictions, mending what can be mended.</summary>
    public async Task<bool> RewriteAsync(string path, string made, CancellationToken ct) =>
        await tools.RunAsync(Tool.Qpdf, ["--decrypt", "--warning-exit-0", path, made], Limits, ct) is ToolRun.Succeeded && File.Exists(made);

    private static async Task<Preview> PictureAsync(ToolRun run, string made, int page, int pages, CancellationToken ct) =>
        run is ToolRun.TimedOut ? new Preview.None(NoPreview.TooSlow)
        : run is ToolRun.Succeeded && File.Exists(made) ? new Preview.Picture(await File.ReadAllBytesAsync(made, ct), page, pages)
        : new Preview.None(NoPreview.Unreadable);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(Match found, string name) => long.Parse(found.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@": (?<wide>\d{1,9})x(?<high>\d{1,9}) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dimensions();
}
