using System.Globalization;
using System.Net;
using System.Text;
using PosCases.Platform.Documents;
using PosCases.Platform.Previews;
using PosCases.Platform.Tools;

namespace PosCases.Cases.Packs;

/// <summary>A paper to be put into a pack.</summary>
/// <param name="Entry">What is known of it.</param>
/// <param name="Source">Its bytes.</param>
/// <param name="MayPrint">Whether it is printed; what has a password or macros is only attached.</param>
internal sealed record PackSource(PackEntry Entry, PreviewSource Source, bool MayPrint);

/// <summary>
/// Makes one PDF of a front and many papers: pictures are drawn anew, office documents printed, PDF pages joined as they are, and every page gets a
/// line with its number. What cannot be printed stays an attachment; the index says so.
/// </summary>
internal sealed class PackPrinter(ExternalTools tools, PdfPrinter printer, PreviewMaker previews)
{
    private const string PageStyle =
        "@page{size:A4;margin:0}body{margin:0;font:10pt 'Noto Sans CJK SC','Source Han Sans SC',SimHei,sans-serif}.s{break-after:page;height:296mm;overflow:hidden;position:relative}"
        + ".s:last-child{break-after:auto}";

    private static readonly ToolLimits Limits = new() { WallTime = TimeSpan.FromSeconds(120), CpuTime = TimeSpan.FromSeconds(120), LargestFile = 1L << 30 };

    /// <summary>Whether this machine can.</summary>
    public bool IsThere => printer.IsThere && tools.IsThere(Tool.Qpdf);

    /// <summary>Makes the PDF.</summary>
    /// <param name="folder">A passing folder.</param>
    /// <param name="sources">The papers.</param>
    /// <param name="front">The front, once the pages of the papers are known.</param>
    /// <param name="stamp">The line of a page.</param>
    /// <param name="step">Told after every paper.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Where the PDF is, its pages and the papers with theirs; no path when it failed.</returns>
    public async Task<(string? Path, int Pages, IReadOnlyList<PackEntry> Entries)> PrintAsync(
        ToolFolder folder, IReadOnlyList<PackSource> sources, Func<IReadOnlyList<PackEntry>, PrintDocument> front, Func<PackEntry?, int, int, string> stamp,
        Action step, CancellationToken ct)
    {
        var papers = await PapersAsync(folder, sources, step, ct);
        var (frontPath, frontPages, entries) = await FrontAsync(folder, papers, front, ct);
        if (frontPath is null)
        {
            return (null, 0, entries);
        }

        var pages = frontPages + entries.Sum(e => e.Pages);
        var joined = folder.File("joined.pdf");
        List<string> parts = ["--empty", "--pages", frontPath, "1-z"];
        foreach (var paper in papers.Where(p => p.Path is not null))
        {
            parts.AddRange([paper.Path!, paper.Range]);
        }

        var stamps = folder.File("stamps.pdf");
        var made = folder.File("pack.pdf");
        var done = await tools.RunAsync(Tool.Qpdf, [.. parts, "--", "--warning-exit-0", joined], Limits, ct) is ToolRun.Succeeded
            && await printer.PrintPageAsync(folder, StampsOf(entries, pages, stamp), stamps, ct) is null
            && await tools.RunAsync(Tool.Qpdf, [joined, "--overlay", stamps, "--", "--warning-exit-0", made], Limits, ct) is ToolRun.Succeeded;
        return (done ? made : null, pages, entries);
    }

    private async Task<List<Paper>> PapersAsync(ToolFolder folder, IReadOnlyList<PackSource> sources, Action step, CancellationToken ct)
    {
        List<Paper> papers = [];
        List<string> pictures = [];
        foreach (var source in sources)
        {
            papers.Add(await PaperAsync(folder, source, pictures, ct));
            step();
        }

        if (pictures.Count == 0)
        {
            return papers;
        }

        // All pictures in one print: starting the printer takes longer than the pages.
        var path = folder.File("pictures.pdf");
        return await printer.PrintPageAsync(folder, PicturesOf(pictures), path, ct) is null
            ? papers.ConvertAll(p => p.Picture is null ? p : p with { Path = path })
            : papers.ConvertAll(p => p.Picture is null ? p : new Paper(p.Entry with { How = PackPart.Attached }, null, "", null));
    }

    private async Task<Paper> PaperAsync(ToolFolder folder, PackSource source, List<string> pictures, CancellationToken ct)
    {
        var entry = source.Entry;
        var number = entry.Number.ToString(CultureInfo.InvariantCulture);
        if (source.MayPrint && PreviewMaker.IsPicture(source.Source.ContentType)
            && await previews.ShowAsync(source.Source, 1, PreviewSize.Page, ct) is Preview.Picture picture)
        {
            var name = $"picture-{number}.jpg";
            await File.WriteAllBytesAsync(folder.File(name), picture.Bytes, ct);
            pictures.Add(name);
            return new Paper(entry with { How = PackPart.Printed, Pages = 1 }, null, pictures.Count.ToString(CultureInfo.InvariantCulture), name);
        }

        var path = folder.File($"paper-{number}.pdf");
        if (source.MayPrint && (await previews.WritePdfAsync(source.Source, path, ct) || await PrintTextAsync(source, path, ct)))
        {
            var pages = await CountAsync(path, ct);
            if (pages > 0)
            {
                return new Paper(entry with { How = PackPart.Printed, Pages = pages }, path, "1-z", null);
            }
        }

        return new Paper(entry with { How = PackPart.Attached, Pages = 0 }, null, "", null);
    }

    private async Task<bool> PrintTextAsync(PackSource source, string path, CancellationToken ct)
    {
        if (await previews.ShowAsync(source.Source, 1, PreviewSize.Page, ct) is not Preview.Words { IsWhole: true } words)
        {
            return false;
        }

        var paragraphs = words.Text.Split('\n').Select(line => (Block)Paragraph.Of(line.TrimEnd('\r'), ParagraphStyle.Small));
        var printed = await printer.PrintAsync(new PrintDocument(source.Entry.FileName, "zh-CN", [.. paragraphs]), ct);
        if (printed.Pdf is { } pdf)
        {
            await File.WriteAllBytesAsync(path, pdf, ct);
        }

        return printed.Pdf is not null;
    }

    // The front names the pages of the papers, which begin behind it: printed once to know how long it is, and again with the right numbers.
    private async Task<(string? Path, int Pages, IReadOnlyList<PackEntry> Entries)> FrontAsync(
        ToolFolder folder, List<Paper> papers, Func<IReadOnlyList<PackEntry>, PrintDocument> front, CancellationToken ct)
    {
        var path = folder.File("front.pdf");
        var pages = 1;
        for (var tries = 0; tries < 3; tries++)
        {
            var entries = Numbered(papers, pages);
            if ((await printer.PrintAsync(front(entries), ct)).Pdf is not { } pdf)
            {
                return (null, 0, entries);
            }

            await File.WriteAllBytesAsync(path, pdf, ct);
            var counted = await CountAsync(path, ct);
            if (counted == pages)
            {
                return (path, pages, entries);
            }

            pages = counted;
        }

        return (null, 0, Numbered(papers, pages));
    }

    private static List<PackEntry> Numbered(List<Paper> papers, int frontPages)
    {
        var next = frontPages + 1;
        List<PackEntry> entries = [];
        foreach (var entry in papers.Select(p => p.Entry))
        {
            entries.Add(entry with { FirstPage = entry.Pages > 0 ? next : null });
            next += entry.Pages;
        }

        return entries;
    }

    private async Task<int> CountAsync(string path, CancellationToken ct) =>
        await tools.RunAsync(Tool.Qpdf, ["--show-npages", path], Limits, ct) is ToolRun.Succeeded { Output: var said }
        && int.TryParse(said.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0;

    private static string PicturesOf(List<string> names) => Sheets(
        ".s{display:flex;align-items:center;justify-content:center}img{max-width:178mm;max-height:262mm}",
        names.Select(name => $"<img src=\"{name}\" alt=\"\">"));

    private static string StampsOf(IReadOnlyList<PackEntry> entries, int pages, Func<PackEntry?, int, int, string> stamp) => Sheets(
        ".s p{position:absolute;top:6mm;right:8mm;left:8mm;margin:0;text-align:right;color:#333;font-size:8pt}",
        Enumerable.Range(1, pages).Select(page =>
            $"<p>{WebUtility.HtmlEncode(stamp(entries.FirstOrDefault(e => e.FirstPage <= page && page < e.FirstPage + e.Pages), page, pages))}</p>"));

    private static string Sheets(string style, IEnumerable<string> sheets) => new StringBuilder()
        .Append("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src file:; style-src 'unsafe-inline'\"><style>")
        .Append(PageStyle).Append(style).Append("</style></head><body>")
        .AppendJoin("", sheets.Select(sheet => $"<div class=\"s\">{sheet}</div>")).Append("</body></html>").ToString();

    private sealed record Paper(PackEntry Entry, string? Path, string Range, string? Picture);
}
