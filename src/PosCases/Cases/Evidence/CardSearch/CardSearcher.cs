using System.IO.Compression;
using System.Text;
using System.Xml;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Tools;

namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>
/// Looks through the text of a paper for full card numbers, by the rules that hold for typed texts: text, tables and mails are decoded, Office
/// documents unpacked, PDF files read by a program of the operating system, archives and attachments looked into once. Nothing of the text is kept.
/// </summary>
public sealed class CardSearcher(ExternalTools tools, EvidenceLimits limits)
{
    private static readonly ToolLimits Limits = new() { WallTime = TimeSpan.FromSeconds(60), CpuTime = TimeSpan.FromSeconds(60), Memory = 2L << 30, LargestFile = 128L << 20 };

    private static readonly XmlReaderSettings Xml = new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    // Behind these something new begins; runs of one sentence do not end a word.
    private static readonly HashSet<string> Breaks = new(
        ["p", "si", "is", "v", "c", "tc", "tab", "br", "cr", "comment", "title", "subject", "description", "keywords", "creator", "lastModifiedBy", "lpwstr"],
        StringComparer.Ordinal);

    /// <summary>Whether PDF files can be read on this machine.</summary>
    public bool ReadsPdf => tools.IsThere(Tool.PdfToText);

    /// <summary>Whether files of this kind have text that can be looked through; of others it is known without opening them that there is none.</summary>
    public static bool MayHaveText(string contentType) =>
        contentType is FileType.Text or FileType.Mail or FileType.Pdf or FileType.Zip || contentType.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal);

    /// <summary>Looks through a paper.</summary>
    /// <param name="content">Its bytes, at any position.</param>
    /// <param name="contentType">Media type found in the content.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<CardFinding> SearchAsync(Stream content, string contentType, CancellationToken ct)
    {
        var look = new Look();
        await ReadAsync(look, content, contentType, isWithin: false, ct);
        var found = look.Tally.Finish();
        return found.State == CardCheck.Found ? found
            : look.LacksTool ? new CardFinding(CardCheck.NoTool)
            : look.IsBroken ? new CardFinding(CardCheck.NoText)
            : found;
    }

    private async Task ReadAsync(Look look, Stream content, string? contentType, bool isWithin, CancellationToken ct)
    {
        content.Position = 0;
        look.Tally.Break();
        try
        {
            switch (contentType)
            {
                case FileType.Text:
                    await ReadTextAsync(look, content, ct);
                    break;
                case FileType.Mail:
                    await ReadMailAsync(look, content, isWithin, ct);
                    break;
                case FileType.Pdf:
                    await ReadPdfAsync(look, content, ct);
                    break;
                case { } type when MayHaveText(type):
                    await ReadArchiveAsync(look, content, isWithin, ct);
                    break;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or DecoderFallbackException or EndOfStreamException or NotSupportedException)
        {
            look.IsBroken = true;
        }
    }

    private static async Task ReadTextAsync(Look look, Stream content, CancellationToken ct)
    {
        if (await TextEncodings.FindAsync(content, ct) is not { } encoding)
        {
            look.IsBroken |= content.Length > 0;
            return;
        }

        content.Position = 0;
        using var text = new StreamReader(content, TextEncodings.Named(encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await AddAsync(look, text, ct);
    }

    private async Task ReadMailAsync(Look look, Stream content, bool isWithin, CancellationToken ct)
    {
        await foreach (var part in MailText.PartsAsync(content, ct))
        {
            using var bytes = new MemoryStream(part.Content);
            if (part.IsText)
            {
                look.Tally.Break();
                await ReadTextAsync(look, bytes, ct);
            }
            else if (!isWithin)
            {
                await ReadAsync(look, bytes, TypeOf(part.Content), isWithin: true, ct);
            }
        }
    }

    private async Task ReadPdfAsync(Look look, Stream content, CancellationToken ct)
    {
        using var folder = tools.NewFolder();
        var (paper, words) = (folder.File("in.pdf"), folder.File("out.txt"));
        await using (var file = File.Create(paper))
        {
            await content.CopyToAsync(file, ct);
        }

        var run = await tools.RunAsync(Tool.PdfToText, ["-enc", "UTF-8", "-q", paper, words], Limits, ct);
        look.LacksTool |= run is ToolRun.Missing;
        look.IsBroken |= run is ToolRun.Failed or ToolRun.TimedOut;
        if (File.Exists(words))
        {
            using var text = new StreamReader(words, Encoding.UTF8);
            await AddAsync(look, text, ct);
        }
    }

    private async Task ReadArchiveAsync(Look look, Stream content, bool isWithin, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
        var isOffice = archive.GetEntry("[Content_Types].xml") is not null;
        foreach (var entry in archive.Entries.Where(e => e.Length > 0))
        {
            if (isOffice)
            {
                await ReadOfficePartAsync(look, entry, ct);
            }
            else if (!isWithin)
            {
                await ReadEntryAsync(look, entry, ct);
            }
        }
    }

    private static async Task ReadOfficePartAsync(Look look, ZipArchiveEntry entry, CancellationToken ct)
    {
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/theme/", StringComparison.Ordinal)
            || entry.Name is "[Content_Types].xml" or "styles.xml" or "settings.xml" or "fontTable.xml" or "webSettings.xml")
        {
            return;
        }

        await using var content = await entry.OpenAsync(ct);
        using var xml = XmlReader.Create(content, Xml);
        while (await xml.ReadAsync())
        {
            ct.ThrowIfCancellationRequested();
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    look.Tally.Add(await xml.GetValueAsync());
                    break;
                case XmlNodeType.EndElement when Breaks.Contains(xml.LocalName):
                case XmlNodeType.Element when xml.IsEmptyElement && Breaks.Contains(xml.LocalName):
                    look.Tally.Break();
                    break;
            }
        }

        look.Tally.Break();
    }

    private async Task ReadEntryAsync(Look look, ZipArchiveEntry entry, CancellationToken ct)
    {
        if (entry.Length > limits.LargestFile)
        {
            look.IsBroken = true;
            return;
        }

        using var bytes = new MemoryStream();
        await using (var content = await entry.OpenAsync(ct))
        {
            await content.CopyToAsync(bytes, ct);
        }

        await ReadAsync(look, bytes, TypeOf(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), isWithin: true, ct);
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) => FileType.Find(bytes[..Math.Min(bytes.Length, FileType.HeadLength)]);

    private static async Task AddAsync(Look look, StreamReader text, CancellationToken ct)
    {
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await text.ReadAsync(buffer.AsMemory(), ct)) > 0)
        {
            look.Tally.Add(buffer.AsSpan(0, read));
        }
    }

    private sealed class Look
    {
        public CardTally Tally { get; } = new();

        public bool LacksTool { get; set; }

        public bool IsBroken { get; set; }
    }
}
