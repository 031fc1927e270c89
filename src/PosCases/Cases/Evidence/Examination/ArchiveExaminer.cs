using System.IO.Compression;
using PosCases.Platform;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Evidence.Examination;

/// <summary>
/// Looks into a zip file: an Office document, or a container of papers. Every entry is unpacked and counted, because what the directory says of
/// sizes need not be true; nothing unpacked is kept.
/// </summary>
internal sealed class ArchiveExaminer(EvidenceLimits limits)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private long unpacked;

    public async Task<Result<Examined>> ExamineAsync(Stream content, CancellationToken ct)
    {
        try
        {
            content.Position = 0;
            await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            return archive.Entries.Count == 0 ? new FileNotAcceptable(FileRefusal.Empty)
                : archive.Entries.Count > limits.MostArchiveEntries || archive.Entries.Any(e => LeadsOut(e.FullName)) ? new FileNotAcceptable(FileRefusal.Archive)
                : archive.Entries.Any(IsLocked) ? new FileNotAcceptable(FileRefusal.LockedArchive)
                : IsOffice(archive) is { } office ? await ExamineOfficeAsync(archive, office, content.Length, ct)
                : await ExamineContainerAsync(archive, content.Length, ct);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return new FileNotAcceptable(FileRefusal.Broken);
        }
    }

    private static bool LeadsOut(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
        || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    // .NET opens no entry with a password; reading one yields noise or an error.
    private static bool IsLocked(ZipArchiveEntry entry) => entry.IsEncrypted;

    private static string? IsOffice(ZipArchive archive) =>
        archive.GetEntry("[Content_Types].xml") is null ? null
        : archive.GetEntry("word/document.xml") is not null ? Word
        : archive.GetEntry("xl/workbook.xml") is not null ? Excel
        : archive.GetEntry("ppt/presentation.xml") is not null ? PowerPoint
        : null;

    private async Task<Result<Examined>> ExamineOfficeAsync(ZipArchive archive, string type, long packed, CancellationToken ct)
    {
        foreach (var entry in archive.Entries)
        {
            if (await ReadAsync(entry, packed, ct) is null)
            {
                return new FileNotAcceptable(FileRefusal.Archive);
            }
        }

        var macros = archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                                              || e.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
                                              || e.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase));
        return new Examined(type, macros ? FileWarnings.Macros : FileWarnings.None);
    }

    private async Task<Result<Examined>> ExamineContainerAsync(ZipArchive archive, long packed, CancellationToken ct)
    {
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            if (await ReadAsync(entry, packed, ct) is not { } head)
            {
                return new FileNotAcceptable(FileRefusal.Archive);
            }

            switch (FileType.Find(head))
            {
                case null when head.Length > 0:
                    return new FileNotAcceptable(FileRefusal.ArchiveContent);
                // An Office document within is as good as one beside; any other archive within is not looked into, so it is not taken.
                case FileType.Zip when head.AsSpan().IndexOf("[Content_Types].xml"u8) < 0:
                    return new FileNotAcceptable(FileRefusal.Archive);
            }
        }

        return new Examined(FileType.Zip, FileWarnings.None);
    }

    /// <returns>Its first bytes; none when it unpacks to more than is allowed.</returns>
    private async Task<byte[]?> ReadAsync(ZipArchiveEntry entry, long packed, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        using var head = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var check = new Crc32();
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            unpacked += read;
            if (unpacked > limits.LargestUnpacked || unpacked > limits.SmallestBomb + (packed * limits.MostRatio))
            {
                return null;
            }

            check.Append(buffer.AsSpan(0, read));
            head.Write(buffer, 0, (int)Math.Min(read, FileType.HeadLength - head.Length));
        }

        // An entry is read as far as its directory says; that it says the truth shows in the check number.
        return check.Value == entry.Crc32 ? head.ToArray() : throw new InvalidDataException("An entry is not what its directory says.");
    }
}
