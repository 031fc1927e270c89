using System.Text;
using PosCases.Platform.Previews;
using PosCases.Platform.Tools;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Previews;

public sealed class BlackeningTests : IDisposable
{
    private readonly ExternalTools tools = new(new ToolOptions());
    private readonly PreviewOptions options = new() { FineSide = 1000 };
    private readonly Blackening blackening;

    public BlackeningTests() => blackening = new Blackening(new PreviewMaker(options, tools), tools, options);

    public void Dispose() => tools.Dispose();

    [Fact]
    public async Task A_PDF_becomes_pictures_of_its_pages_in_which_nothing_under_the_box_is_left()
    {
        Skip("application/pdf");
        // The word stands in the middle of each page.
        var copy = await MakeAsync(SamplePdf.Of(["SECRETWORD", "KEPTWORD"]), "application/pdf", new BlackBox(1, 0.05, 0.4, 0.9, 0.15));

        Assert.Equal("application/pdf", copy.ContentType);
        Assert.DoesNotContain("SECRETWORD", Encoding.Latin1.GetString(copy.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Font", Encoding.Latin1.GetString(copy.Bytes), StringComparison.Ordinal);
        Assert.True(string.IsNullOrWhiteSpace(await TextOfAsync(copy.Bytes)));
        var (first, second) = (await PixelsOfAsync(copy.Bytes, 1), await PixelsOfAsync(copy.Bytes, 2));
        Assert.True(IsBlack(first, 0.06, 0.41, 0.88, 0.13));
        Assert.Equal(255, At(first, 0.5, 0.2));
        Assert.Equal(255, At(second, 0.05, 0.41));
        Assert.False(IsBlank(second));
    }

    [Fact]
    public async Task A_picture_stays_a_picture_with_the_box_painted_over()
    {
        Skip("image/png");

        var copy = await MakeAsync(DemoPaper.Draw(9), "image/png", new BlackBox(1, 0.1, 0.1, 0.5, 0.5));

        Assert.Equal("image/jpeg", copy.ContentType);
        Assert.True(IsBlack(await DecodeAsync(copy.Bytes), 0.11, 0.11, 0.48, 0.48));
    }

    [Fact]
    public async Task A_box_on_a_page_that_is_not_there_makes_no_copy()
    {
        Skip("application/pdf");

        var made = await blackening.MakeAsync(
            Source(SamplePdf.Of(["one"]), "application/pdf"), [new BlackBox(2, 0, 0, 1, 1)], TestContext.Current.CancellationToken);

        Assert.Equal(new Blackened.None(NoPreview.NoPage), made);
    }

    [Fact]
    public async Task A_text_is_not_blackened() => Assert.IsType<Blackened.None>(
        await blackening.MakeAsync(Source("words"u8.ToArray(), "text/plain"), [new BlackBox(1, 0, 0, 1, 1)], TestContext.Current.CancellationToken));

    private void Skip(string contentType) => Assert.SkipUnless(blackening.Can(contentType), "A tool of the operating system is not on this machine.");

    private async Task<Blackened.Copy> MakeAsync(byte[] file, string contentType, BlackBox box) =>
        Assert.IsType<Blackened.Copy>(await blackening.MakeAsync(Source(file, contentType), [box], TestContext.Current.CancellationToken));

    private static PreviewSource Source(byte[] file, string contentType) => new(Guid.NewGuid().ToString(), contentType, _ => Task.FromResult<Stream>(new MemoryStream(file)));

    private async Task<string> TextOfAsync(byte[] pdf)
    {
        using var folder = tools.NewFolder();
        await File.WriteAllBytesAsync(folder.File("a.pdf"), pdf, TestContext.Current.CancellationToken);
        var run = await tools.RunAsync(Tool.PdfToText, [folder.File("a.pdf"), "-"], new ToolLimits(), TestContext.Current.CancellationToken);
        return run is ToolRun.Succeeded said ? said.Output : "";
    }

    private async Task<Pixels> PixelsOfAsync(byte[] pdf, int page)
    {
        using var folder = tools.NewFolder();
        await File.WriteAllBytesAsync(folder.File("a.pdf"), pdf, TestContext.Current.CancellationToken);
        Assert.IsType<ToolRun.Succeeded>(await tools.RunAsync(
            Tool.PdfToPpm, ["-f", $"{page}", "-l", $"{page}", "-r", "40", "-singlefile", folder.File("a.pdf"), folder.File("out")], new ToolLimits(), TestContext.Current.CancellationToken));
        return Pixels.Read(await File.ReadAllBytesAsync(folder.File("out.ppm"), TestContext.Current.CancellationToken))!;
    }

    private async Task<Pixels> DecodeAsync(byte[] jpeg)
    {
        using var folder = tools.NewFolder();
        await File.WriteAllBytesAsync(folder.File("a.jpg"), jpeg, TestContext.Current.CancellationToken);
        Assert.IsType<ToolRun.Succeeded>(await tools.RunAsync(
            Tool.Vips, ["colourspace", folder.File("a.jpg"), folder.File("a.ppm"), "srgb"], new ToolLimits(), TestContext.Current.CancellationToken));
        return Pixels.Read(await File.ReadAllBytesAsync(folder.File("a.ppm"), TestContext.Current.CancellationToken))!;
    }

    private static int At(Pixels pixels, double x, double y) => pixels.Bytes[pixels.Start + (3 * (((int)(y * pixels.High) * pixels.Wide) + (int)(x * pixels.Wide)))];

    private static bool IsBlack(Pixels pixels, double x, double y, double width, double height) =>
        Enumerable.Range(0, 50).All(i => Enumerable.Range(0, 50).All(j => At(pixels, x + (width * i / 50), y + (height * j / 50)) < 12));

    private static bool IsBlank(Pixels pixels) => pixels.Bytes.AsSpan(pixels.Start).IndexOfAnyExceptInRange((byte)250, (byte)255) < 0;
}
