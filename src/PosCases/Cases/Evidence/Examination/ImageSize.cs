using System.Buffers.Binary;

namespace PosCases.Cases.Evidence.Examination;

/// <summary>Reads from a picture's header how many points it has, without drawing it.</summary>
internal static class ImageSize
{
    // Headers of pictures lie in front; a phone's preview picture and its data may stand before them.
    private const int Front = 1024 * 1024;

    /// <returns>Width and height in points; none when the header does not say so.</returns>
    public static async Task<(int Width, int Height)?> FindAsync(Stream content, string type, CancellationToken ct)
    {
        content.Position = 0;
        var front = new byte[(int)Math.Min(Front, content.Length)];
        var length = await content.ReadAtLeastAsync(front, front.Length, throwOnEndOfStream: false, ct);
        return Find(front.AsSpan(0, length), type) is { Width: > 0, Height: > 0 } size ? size : null;
    }

    private static (int Width, int Height)? Find(ReadOnlySpan<byte> head, string type) => type switch
    {
        "image/png" => head.Length >= 24 && head[12..].StartsWith("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : null,
        "image/gif" => head.Length >= 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null,
        "image/bmp" => head.Length >= 26
            ? (BinaryPrimitives.ReadInt32LittleEndian(head[18..]), Absolute(BinaryPrimitives.ReadInt32LittleEndian(head[22..])))
            : null,
        "image/jpeg" => Jpeg(head),
        "image/webp" => WebP(head),
        "image/heic" or "image/avif" => Heif(head),
        _ => null,
    };

    private static int Absolute(int value) => value == int.MinValue ? 0 : Math.Abs(value);

    // Segment by segment to the frame header: FF, its kind, its length.
    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> head)
    {
        var at = 2;
        while (at + 9 < head.Length && head[at] == 0xFF)
        {
            var kind = head[at + 1];
            if (kind == 0xFF)
            {
                at++;
            }
            else if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }
            else
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            }
        }

        return null;
    }

    private static (int Width, int Height)? WebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return (1 + Three(head[24..]), 1 + Three(head[27..]));
        }

        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;

        static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }

    // Boxes "ispe" (image spatial extents, ISO/IEC 23008-12 6.5.3): one a tile, a preview and the whole; the largest is the whole.
    private static (int Width, int Height)? Heif(ReadOnlySpan<byte> head)
    {
        (int Width, int Height)? largest = null;
        for (var at = head.IndexOf("ispe"u8); at >= 0 && at + 16 <= head.Length;)
        {
            var size = (Width: BinaryPrimitives.ReadInt32BigEndian(head[(at + 8)..]), Height: BinaryPrimitives.ReadInt32BigEndian(head[(at + 12)..]));
            largest = largest is { } known && (long)known.Width * known.Height >= (long)size.Width * size.Height ? known : size;
            var next = head[(at + 4)..].IndexOf("ispe"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return largest;
    }
}
