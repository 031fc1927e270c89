using System.Text;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Evidence.Examination;

/// <summary>
/// Looks into a file before it is taken in. What counts is the content; the name and the sender's word count for nothing. Nothing is executed
/// or drawn here: structure is read, within limits.
/// </summary>
public sealed class FileExaminer(EvidenceLimits limits)
{
    private static readonly byte[][] Pdf =
        [.. new[] { "%%EOF", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/Encrypt" }.Select(Encoding.ASCII.GetBytes)];

    private static readonly byte[][] Office =
    [
        .. new[] { "WordDocument", "Workbook", "Book", "PowerPoint Document", "__substg1.0_", "EncryptedPackage", "_VBA_PROJECT", "VBA" }
            .Select(Encoding.Unicode.GetBytes),
    ];

    private static readonly byte[] EndOfArchive = [(byte)'P', (byte)'K', 5, 6];

    /// <summary>Examines a file.</summary>
    /// <param name="content">All of its bytes; read asynchronously, at any position.</param>
    /// <param name="head">The first <see cref="FileType.HeadLength"/> of them.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What it is, or why it is not taken in.</returns>
    public async Task<Result<Examined>> ExamineAsync(Stream content, ReadOnlyMemory<byte> head, CancellationToken ct)
    {
        if (head.IsEmpty)
        {
            return new FileNotAcceptable(FileRefusal.Empty);
        }

        if (FileType.Find(head.Span) is not { } type)
        {
            return new FileNotAcceptable(FileType.WhyNot(head.Span));
        }

        return type switch
        {
            FileType.Zip => await new ArchiveExaminer(limits).ExamineAsync(content, ct),
            FileType.Pdf => await ExaminePdfAsync(content, ct),
            FileType.OldOffice => await ExamineOldOfficeAsync(content, ct),
            FileType.Text or FileType.Mail => await ExamineTextAsync(content, type, ct),
            _ when type.StartsWith("image/", StringComparison.Ordinal) => await ExamineImageAsync(content, type, ct),
            _ => new Examined(type, FileWarnings.None),
        };
    }

    private static async Task<Result<Examined>> ExaminePdfAsync(Stream content, CancellationToken ct)
    {
        var found = await ByteSearch.FindAsync(content, [.. Pdf, EndOfArchive], ct);
        if (found[0] is null)
        {
            return new FileNotAcceptable(FileRefusal.Broken);
        }

        if (found[^1] > found[0])
        {
            return new FileNotAcceptable(FileRefusal.Polyglot);
        }

        var active = found.Skip(1).Take(5).Any(at => at is not null) ? FileWarnings.ActiveContent : FileWarnings.None;
        return new Examined(FileType.Pdf, active | (found[6] is null ? FileWarnings.None : FileWarnings.Encrypted));
    }

    // The container of old Office files, of Outlook's mails and of installers: what lies in it has names in UTF-16.
    private static async Task<Result<Examined>> ExamineOldOfficeAsync(Stream content, CancellationToken ct)
    {
        var found = await ByteSearch.FindAsync(content, Office, ct);
        bool Has(int mark) => found[mark] is not null;
        var warnings = (Has(5) ? FileWarnings.Encrypted : FileWarnings.None) | (Has(6) || Has(7) ? FileWarnings.Macros : FileWarnings.None);
        return Has(0) ? new Examined("application/msword", warnings)
            : Has(3) ? new Examined("application/vnd.ms-powerpoint", warnings)
            : Has(1) || Has(2) ? new Examined("application/vnd.ms-excel", warnings)
            : Has(4) ? new Examined("application/vnd.ms-outlook", warnings)
            : Has(5) ? new Examined(FileType.OldOffice, warnings)
            : new FileNotAcceptable(FileRefusal.Unknown);
    }

    private static async Task<Result<Examined>> ExamineTextAsync(Stream content, string type, CancellationToken ct)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var isWide = false;
        int read;
        for (var first = true; (read = await content.ReadAsync(buffer, ct)) > 0; first = false)
        {
            isWide |= first && FileType.IsWideText(buffer.AsSpan(0, read));
            if (!isWide && FileType.HasControls(buffer.AsSpan(0, read)))
            {
                return new FileNotAcceptable(FileRefusal.Unknown);
            }
        }

        return new Examined(type, FileWarnings.None);
    }

    private async Task<Result<Examined>> ExamineImageAsync(Stream content, string type, CancellationToken ct)
    {
        if (await ImageSize.FindAsync(content, type, ct) is not { } size)
        {
            return new FileNotAcceptable(FileRefusal.Broken);
        }

        if ((long)size.Width * size.Height > limits.MostPixels)
        {
            return new FileNotAcceptable(FileRefusal.TooManyPixels);
        }

        // A picture with an archive behind it is opened as an archive by whoever is told to.
        return (await ByteSearch.FindAsync(content, [EndOfArchive], ct))[0] >= content.Length - limits.ArchiveTail
            ? new FileNotAcceptable(FileRefusal.Polyglot)
            : new Examined(type, FileWarnings.None);
    }
}
