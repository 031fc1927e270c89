using System.Text;

namespace PosCases.Cases.Evidence;

/// <summary>Tells by its content what a file is; its name and the browser's word count for nothing.</summary>
public static class FileType
{
    /// <summary>How many leading bytes <see cref="Find"/> needs.</summary>
    public const int HeadLength = 4096;

    /// <summary>What the picker offers; the content decides.</summary>
    public const string Accept = "image/*,application/pdf,.doc,.docx,.xls,.xlsx,.txt,.csv,audio/*,video/mp4,video/quicktime";

    private static readonly (string Type, int Offset, byte[] Mark)[] Marks =
    [
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/gif", 0, "GIF8"u8.ToArray()),
        ("image/bmp", 0, "BM"u8.ToArray()),
        ("application/pdf", 0, "%PDF-"u8.ToArray()),
        ("application/vnd.ms-office", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("audio/mpeg", 0, "ID3"u8.ToArray()),
        ("audio/mpeg", 0, [0xFF, 0xFB]),
        ("audio/amr", 0, "#!AMR"u8.ToArray()),
        ("audio/ogg", 0, "OggS"u8.ToArray()),
    ];

    /// <summary>The media type of an acceptable file, or none when the content is of no acceptable kind.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all of a shorter file.</param>
    /// <returns>Media type, e.g. <c>image/jpeg</c>.</returns>
    public static string? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (type, offset, mark) in Marks)
        {
            if (head.Length >= offset + mark.Length && head.Slice(offset, mark.Length).SequenceEqual(mark))
            {
                return type;
            }
        }

        return FindContainer(head) ?? (IsText(head) ? "text/plain" : null);
    }

    private static string? FindContainer(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12)
        {
            return null;
        }

        if (head.StartsWith("RIFF"u8))
        {
            return head[8..].StartsWith("WEBP"u8) ? "image/webp" : head[8..].StartsWith("WAVE"u8) ? "audio/wav" : null;
        }

        if (head[4..].StartsWith("ftyp"u8))
        {
            var brand = Encoding.ASCII.GetString(head.Slice(8, 4));
            return brand switch
            {
                "heic" or "heix" or "hevc" or "mif1" or "msf1" => "image/heic",
                "avif" => "image/avif",
                "qt  " => "video/quicktime",
                "M4A " => "audio/mp4",
                _ => "video/mp4",
            };
        }

        // Office documents are zip files whose parts say what they are; any other archive is refused.
        return head.StartsWith("PK\u0003\u0004"u8)
            ? head.IndexOf("word/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : head.IndexOf("xl/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null
            : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.IndexOf((byte)0) >= 0)
        {
            return false;
        }

        var start = head.TrimStart(" \t\r\n\uFEFF"u8);
        if (start.IsEmpty || start[0] == (byte)'<' || start.StartsWith("%!"u8) || start.StartsWith("MZ"u8))
        {
            return false;
        }

        foreach (var value in head)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }
}
