using System.Text;
using PosCases.Cases.Evidence.Examination;

namespace PosCases.Cases.Evidence;

/// <summary>Tells by its content what a file is; its name and the browser's word count for nothing.</summary>
public static class FileType
{
    /// <summary>How many leading bytes <see cref="Find"/> needs.</summary>
    public const int HeadLength = 4096;

    /// <summary>What the picker offers; the content decides.</summary>
    public const string Accept =
        "image/*,.heic,.heif,application/pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,.eml,.msg,.zip,audio/*,video/mp4,video/quicktime";

    /// <summary>A zip file; an Office document until its parts are looked at.</summary>
    internal const string Zip = "application/zip";

    /// <summary>A PDF.</summary>
    internal const string Pdf = "application/pdf";

    /// <summary>The container of old Office files.</summary>
    internal const string OldOffice = "application/vnd.ms-office";

    /// <summary>Text, tables with separators too.</summary>
    internal const string Text = "text/plain";

    /// <summary>A mail.</summary>
    internal const string Mail = "message/rfc822";

    private static readonly string[] MailHeaders = ["Received:", "Return-Path:", "Delivered-To:", "From:", "Message-ID:", "MIME-Version:", "X-"];

    private static readonly byte[][] Programs =
        [.. new[] { "MZ", "\u007FELF", "#!", "\u00CA\u00FE\u00BA\u00BE", "dex\n", "\u00CF\u00FA\u00ED\u00FE" }.Select(Encoding.Latin1.GetBytes)];

    private static readonly byte[][] WebMarks =
        [.. new[] { "<!doctype html", "<html", "<script", "<svg", "<iframe", "<?xml", "<!entity" }.Select(Encoding.ASCII.GetBytes)];

    private static readonly (string Type, int Offset, byte[] Mark)[] Marks =
    [
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/gif", 0, "GIF8"u8.ToArray()),
        ("image/bmp", 0, "BM"u8.ToArray()),
        (Pdf, 0, "%PDF-"u8.ToArray()),
        (OldOffice, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
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

        return FindContainer(head) ?? (!IsText(head) ? null : IsMail(head) ? Mail : IsWebPage(head) ? null : Text);
    }

    /// <summary>Why a head of no acceptable kind is refused.</summary>
    internal static FileRefusal WhyNot(ReadOnlySpan<byte> head)
    {
        foreach (var program in Programs)
        {
            if (head.StartsWith(program))
            {
                return FileRefusal.Program;
            }
        }

        return IsWebPage(head) ? FileRefusal.WebPage : FileRefusal.Unknown;
    }

    /// <summary>Whether it begins as text in UTF-16 does, whose bytes may be zero.</summary>
    internal static bool IsWideText(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && ((head[0] == 0xFF && head[1] == 0xFE && (head[2] | head[3]) != 0) || (head[0] == 0xFE && head[1] == 0xFF));

    /// <summary>Whether there are bytes that no text has.</summary>
    internal static bool HasControls(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1B))
            {
                return true;
            }
        }

        return false;
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

        return head.StartsWith("PK\u0003\u0004"u8) ? Zip : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (IsWideText(head))
        {
            return !IsWebPage(Encoding.Latin1.GetBytes((head[0] == 0xFE ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(head)));
        }

        var start = head.TrimStart(" \t\r\n\uFEFF"u8);
        return !start.IsEmpty && start[0] != (byte)'<' && !start.StartsWith("%!"u8) && !start.StartsWith("MZ"u8) && !start.StartsWith("#!"u8)
            && !start.StartsWith("{\\rtf"u8) && !HasControls(head);
    }

    private static bool IsMail(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return MailHeaders.Any(h => text.StartsWith(h, StringComparison.OrdinalIgnoreCase))
            && text.Contains("\nSubject:", StringComparison.OrdinalIgnoreCase)
            && (text.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || text.Contains("\nFrom:", StringComparison.OrdinalIgnoreCase));
    }

    // A mail may quote a page; a text that holds one within its first bytes is one to a browser that guesses.
    private static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        Span<byte> lower = head.ToArray();
        foreach (ref var value in lower)
        {
            value = value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value + 32) : value;
        }

        foreach (var mark in WebMarks)
        {
            if (lower.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
