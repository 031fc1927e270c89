using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PosCases.TestSupport;

/// <summary>Files of every kind, as small as they can be.</summary>
internal static class ExampleFiles
{
    public static byte[] Jpeg(int width, int height)
    {
        byte[] frame = [0xFF, 0xC0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(7), (ushort)width);
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. frame, 0xFF, 0xD9];
    }

    public static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] Gif(ushort width, ushort height)
    {
        byte[] gif = [.. "GIF89a"u8, 0, 0, 0, 0, 0, 0, 0, 0x3B];
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(6), width);
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(8), height);
        return gif;
    }

    public static byte[] Bmp(int width, int height)
    {
        var bmp = new byte[54];
        "BM"u8.CopyTo(bmp);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        return bmp;
    }

    public static byte[] WebP(int width, int height)
    {
        byte[] webp = [.. "RIFF\0\0\0\0WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        (webp[24], webp[25], webp[27], webp[28]) = ((byte)(width - 1), (byte)((width - 1) >> 8), (byte)(height - 1), (byte)((height - 1) >> 8));
        return webp;
    }

    public static byte[] Heic(int width, int height)
    {
        // A small preview picture stands before the whole one.
        return [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, .. Extents(160, 120), .. Extents(width, height)];

        static byte[] Extents(int width, int height)
        {
            byte[] box = [0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(12), width);
            BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(16), height);
            return box;
        }
    }

    public static byte[] Pdf(string inside = "") => Encoding.ASCII.GetBytes(
        $"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R {inside} >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n"
        + "xref\n0 1\n0000000000 65535 f\ntrailer << /Root 1 0 R /Size 3 >>\nstartxref\n100\n%%EOF\n");

    public static byte[] Ole(params string[] names)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]];
        for (var at = 0; at < names.Length; at++)
        {
            Encoding.Unicode.GetBytes(names[at]).CopyTo(ole, 512 + (at * 128));
        }

        return ole;
    }

    public static byte[] Letters(int count)
    {
        var letters = new byte[count];
        letters.AsSpan().Fill((byte)'a');
        return letters;
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                // The same bytes whenever it is made.
                var made = zip.CreateEntry(name);
                made.LastWriteTime = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
                using var entry = made.Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Locked()
    {
        var zip = Zip(("1.txt", "a"u8.ToArray()));
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    public static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run())));
        }

        return stream.ToArray();
    }

    public static byte[] Excel()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.AddWorkbookPart().Workbook = new Workbook(new Sheets());
        }

        return stream.ToArray();
    }
}
