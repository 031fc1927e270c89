using System.Buffers.Binary;
using System.IO.Compression;
using PosCases.Platform;

namespace PosCases.Seeding;

/// <summary>Draws the papers of the demo world: a grey sheet with lines, each one different, as a real PNG.</summary>
internal static class DemoPaper
{
    private const int Width = 480;
    private const int Height = 640;

    /// <summary>A picture of a sheet; the seed decides how its lines run.</summary>
    public static byte[] Draw(int seed)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Deflate(Pixels(seed)));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[Height * (Width + 1)];
        for (var y = 0; y < Height; y++)
        {
            pixels.AsSpan((y * (Width + 1)) + 1, Width).Fill(y < 6 || y >= Height - 6 ? (byte)200 : (byte)250);
        }

        for (var line = 60; line < Height - 60; line += 28)
        {
            var length = random.Next(120, Width - 120);
            for (var y = line; y < line + (line == 60 ? 16 : 8); y++)
            {
                pixels.AsSpan((y * (Width + 1)) + 1 + 60, length).Fill(line == 60 ? (byte)110 : (byte)190);
            }
        }

        return pixels;
    }

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var check = new Crc32();
        check.Append(type);
        check.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, check.Value);
        png.Write(number);
    }
}
