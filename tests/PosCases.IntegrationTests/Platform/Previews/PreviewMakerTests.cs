using System.Buffers.Binary;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PosCases.Platform.Previews;
using PosCases.Platform.Tools;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Previews;

public sealed class PreviewMakerTests : IDisposable
{
    private readonly ExternalTools tools;
    private readonly DirectoryInfo temp = Directory.CreateTempSubdirectory("poscases-previews-");
    private readonly PreviewOptions options;
    private readonly PreviewMaker previews;
    private int opened;

    public PreviewMakerTests()
    {
        tools = new ExternalTools(new ToolOptions { Folder = Path.Combine(temp.FullName, "tools") });
        options = new PreviewOptions { Folder = Path.Combine(temp.FullName, "kept"), MostKept = 4_000_000, MostOfficePages = 2, MostText = 64 };
        previews = new PreviewMaker(options, tools);
    }

    public void Dispose()
    {
        tools.Dispose();
        temp.Delete(recursive: true);
    }

    [Fact]
    public async Task A_picture_is_drawn_anew_without_anything_that_was_hidden_in_it()
    {
        SkipWithout(previews.DrawsPictures);
        var original = WithText(DemoPaper.Draw(1), "a secret place");

        var shown = Assert.IsType<Preview.Picture>(await ShowAsync(original, "image/png"));

        Assert.Equal([0xFF, 0xD8, 0xFF], shown.Bytes[..3]);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(shown.Bytes), StringComparison.Ordinal);
        Assert.Equal((1, 1), (shown.Page, shown.Pages));
    }

    [Fact]
    public async Task A_photo_stands_as_the_camera_was_held()
    {
        SkipWithout(previews.DrawsPictures);
        var lying = await JpegAsync(DemoPaper.Draw(2));
        byte[] turned = [0xFF, 0xD8, .. ExifTurnedRight, .. lying[2..]];

        var (wide, high) = SizeOf(Assert.IsType<Preview.Picture>(await ShowAsync(turned, "image/jpeg")).Bytes);

        Assert.Equal((640, 480), (wide, high));
    }

    [Fact]
    public async Task A_small_picture_is_small()
    {
        SkipWithout(previews.DrawsPictures);

        var (wide, high) = SizeOf(Assert.IsType<Preview.Picture>(await ShowAsync(DemoPaper.Draw(3), "image/png", size: PreviewSize.Small)).Bytes);

        Assert.Equal(options.SmallSide, Math.Max(wide, high));
    }

    [Fact]
    public async Task A_picture_that_claims_more_pixels_than_are_opened_is_left_closed()
    {
        SkipWithout(previews.DrawsPictures);
        var bomb = DemoPaper.Draw(4);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        Assert.Equal(new Preview.None(NoPreview.TooLarge), await ShowAsync(bomb, "image/png"));
    }

    [Fact]
    public async Task The_pages_of_a_PDF_are_pictures_however_large_they_claim_to_be()
    {
        SkipWithout(previews.Draws("application/pdf"));
        var pdf = SamplePdf.Of(["one", "two", "three"], wide: 14_000, high: 7_000);

        var second = Assert.IsType<Preview.Picture>(await ShowAsync(pdf, "application/pdf", page: 2));

        Assert.Equal((2, 3), (second.Page, second.Pages));
        Assert.Equal(options.PageSide, SizeOf(second.Bytes).Wide);
        Assert.Equal(new Preview.None(NoPreview.NoPage), await ShowAsync(pdf, "application/pdf", page: 4));
        Assert.Equal(new Preview.None(NoPreview.NoPage), await ShowAsync(pdf, "application/pdf", page: options.MostPages + 1));
    }

    [Fact]
    public async Task An_office_document_is_shown_by_its_first_pages()
    {
        SkipWithout(previews.Draws(Docx));
        var document = DocumentOf(4);

        var first = await ShowAsync(document, Docx);
        var second = await ShowAsync(document, Docx, page: 2);

        Assert.Equal((1, 2), (Assert.IsType<Preview.Picture>(first).Page, Assert.IsType<Preview.Picture>(first).Pages));
        Assert.Equal(2, Assert.IsType<Preview.Picture>(second).Page);
        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task A_text_stays_text_in_either_encoding_and_says_when_it_was_cut()
    {
        const string words = "\u91d1\u989d 100";
        var gb = Encoding.GetEncoding("GB18030").GetBytes(words);

        Assert.Equal(new Preview.Words(words, true), await ShowAsync(gb, "text/plain"));
        Assert.Equal(new Preview.Words("<script>", true), await ShowAsync("<script>"u8.ToArray(), "text/csv"));
        var cut = Assert.IsType<Preview.Words>(await ShowAsync(Encoding.UTF8.GetBytes("a" + new string('\u91d1', 80)), "text/plain"));
        Assert.False(cut.IsWhole);
        Assert.DoesNotContain('\uFFFD', cut.Text);
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("image/bmp")]
    [InlineData("text/html")]
    [InlineData("application/zip")]
    [InlineData("video/mp4")]
    public async Task Nothing_of_any_other_kind_is_opened(string contentType)
    {
        Assert.Equal(new Preview.None(NoPreview.Kind), await ShowAsync([1, 2, 3], contentType));
        Assert.Equal(0, opened);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_to_be_unreadable()
    {
        SkipWithout(previews.DrawsPictures && previews.Draws("application/pdf"));

        Assert.Equal(new Preview.None(NoPreview.Unreadable), await ShowAsync([0xFF, 0xD8, 0xFF, 0, 0], "image/jpeg"));
        Assert.Equal(new Preview.None(NoPreview.Unreadable), await ShowAsync("%PDF-1.4 nothing"u8.ToArray(), "application/pdf"));
    }

    [Fact]
    public async Task A_page_asked_for_again_is_not_made_again_and_lies_unreadable_on_the_disk()
    {
        SkipWithout(previews.DrawsPictures);
        var first = Assert.IsType<Preview.Picture>(await ShowAsync(DemoPaper.Draw(5), "image/png"));
        var second = Assert.IsType<Preview.Picture>(await ShowAsync(DemoPaper.Draw(5), "image/png"));

        Assert.Equal(1, opened);
        Assert.Equal(first.Bytes, second.Bytes);
        var kept = await File.ReadAllBytesAsync(Directory.GetFiles(options.Folder).Single(), TestContext.Current.CancellationToken);
        Assert.False(kept.AsSpan().IndexOf(first.Bytes.AsSpan(0, 40)) >= 0);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(temp.FullName, "tools")));
    }

    [Fact]
    public async Task A_kept_page_that_was_changed_is_made_again()
    {
        SkipWithout(previews.DrawsPictures);
        var first = Assert.IsType<Preview.Picture>(await ShowAsync(DemoPaper.Draw(6), "image/png"));
        var kept = Directory.GetFiles(options.Folder).Single();
        await File.WriteAllBytesAsync(kept, new byte[500], TestContext.Current.CancellationToken);

        Assert.Equal(first.Bytes, Assert.IsType<Preview.Picture>(await ShowAsync(DemoPaper.Draw(6), "image/png")).Bytes);
        Assert.Equal(2, opened);
    }

    [Fact]
    public async Task An_erased_file_leaves_no_page_behind_and_neither_does_a_new_start()
    {
        SkipWithout(previews.DrawsPictures);
        await ShowAsync(DemoPaper.Draw(7), "image/png", key: "one");
        await ShowAsync(DemoPaper.Draw(7), "image/png", key: "two");

        previews.Forget("one");
        Assert.Single(Directory.GetFiles(options.Folder));
        _ = new PreviewMaker(options, tools);

        Assert.Empty(Directory.GetFiles(options.Folder));
    }

    [Fact]
    public async Task What_is_kept_stays_within_its_bound()
    {
        PreviewCache cache = new(new PreviewOptions { Folder = Path.Combine(temp.FullName, "small"), MostKept = 10_000 });
        foreach (var number in Enumerable.Range(0, 12))
        {
            await cache.KeepAsync("file", $"{number}", number, new byte[2_000], TestContext.Current.CancellationToken);
            await cache.FindAsync("file", "0", TestContext.Current.CancellationToken);
        }

        Assert.InRange(Directory.GetFiles(Path.Combine(temp.FullName, "small")).Sum(f => new FileInfo(f).Length), 1, 11_000);
        Assert.Equal(0, (await cache.FindAsync("file", "0", TestContext.Current.CancellationToken))?.Number);
        Assert.Null(await cache.FindAsync("file", "1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_its_tool_nothing_is_opened_and_that_is_said()
    {
        using ExternalTools none = new(new ToolOptions { Paths = Enum.GetValues<Tool>().ToDictionary(t => t, _ => "") });
        PosCases.Platform.Previews.PreviewMaker bare = new(options, none);

        foreach (var type in new[] { "image/jpeg", "application/pdf", Docx })
        {
            Assert.Equal(new Preview.None(NoPreview.NoTool), await bare.ShowAsync(Source("k", [1], type), 1, PreviewSize.Page, TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, opened);
    }

    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A segment that says only one thing: the camera was turned, so the picture is to be turned right.
    private static byte[] ExifTurnedRight =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    private static byte[] WithText(byte[] png, string words)
    {
        byte[] chunk = [.. "tEXt"u8, .. "Comment\0"u8, .. Encoding.ASCII.GetBytes(words)];
        var framed = new byte[chunk.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(framed, chunk.Length - 4);
        chunk.CopyTo(framed, 4);
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(chunk.Length + 4), Crc(chunk));
        return [.. png[..33], .. framed, .. png[33..]];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] DocumentOf(int pages)
    {
        using MemoryStream file = new();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(Enumerable.Range(1, pages).Select(page =>
                new Paragraph(new Run(new Text($"Page {page}"), new Break { Type = BreakValues.Page })))));
        }

        return file.ToArray();
    }

    private static (int Wide, int High) SizeOf(byte[] jpeg)
    {
        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC2)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 5)));
            }
        }
    }

    private async Task<byte[]> JpegAsync(byte[] png) => Assert.IsType<Preview.Picture>(await ShowAsync(png, "image/png", key: "for-jpeg")).Bytes;

    private static void SkipWithout(bool there) => Assert.SkipUnless(there, "A tool of the operating system is not on this machine.");

    private Task<Preview> ShowAsync(byte[] bytes, string contentType, int page = 1, PreviewSize size = PreviewSize.Page, string key = "key") =>
        previews.ShowAsync(Source(key, bytes, contentType), page, size, TestContext.Current.CancellationToken);

    private PreviewSource Source(string key, byte[] bytes, string contentType) => new(key, contentType, _ =>
    {
        opened++;
        return Task.FromResult<Stream>(new MemoryStream(bytes));
    });
}
