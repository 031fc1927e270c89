using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.UnitTests.Cases.Evidence;

/// <summary>What is taken in; what is hostile stands in <see cref="HostileFiles"/>.</summary>
public sealed class FileExaminerTests
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly byte[] Jpeg = ExampleFiles.Jpeg(4000, 3000);
    private static readonly byte[] Pdf = ExampleFiles.Pdf();

    public static TheoryData<string, string, FileWarnings, byte[]> Taken => new()
    {
        { "jpeg", "image/jpeg", FileWarnings.None, Jpeg },
        { "a drawn png", "image/png", FileWarnings.None, DemoPaper.Draw(1) },
        { "heic of a phone", "image/heic", FileWarnings.None, ExampleFiles.Heic(4032, 3024) },
        { "webp", "image/webp", FileWarnings.None, ExampleFiles.WebP(800, 600) },
        { "gif", "image/gif", FileWarnings.None, ExampleFiles.Gif(10, 10) },
        { "bmp from the bottom up", "image/bmp", FileWarnings.None, ExampleFiles.Bmp(10, -10) },
        { "pdf", "application/pdf", FileWarnings.None, Pdf },
        { "word", WordType, FileWarnings.None, ExampleFiles.Word() },
        { "excel", ExcelType, FileWarnings.None, ExampleFiles.Excel() },
        { "old word", "application/msword", FileWarnings.None, ExampleFiles.Ole("WordDocument") },
        { "mail of outlook", "application/vnd.ms-outlook", FileWarnings.None, ExampleFiles.Ole("__substg1.0_0037001F") },
        { "csv in GB18030", "text/plain", FileWarnings.None, [0xBD, 0xF0, 0xB6, 0xEE, (byte)',', (byte)'1', (byte)'\n'] },
        { "archive of photos", "application/zip", FileWarnings.None, ExampleFiles.Zip(("a/", []), ("a/1.jpg", Jpeg), ("2.pdf", Pdf)) },
        { "archive with a word file", "application/zip", FileWarnings.None, ExampleFiles.Zip(("1.docx", ExampleFiles.Word())) },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_paper_is_taken_for_what_it_is_and_with_what_is_to_be_known(string what, string type, FileWarnings warnings, byte[] content)
    {
        Assert.NotEmpty(what);

        var examined = await ExamineAsync(content);

        Assert.Equal((type, warnings), (examined.Value.ContentType, examined.Value.Warnings));
    }

    [Fact]
    public async Task A_picture_of_exactly_the_most_points_is_taken_and_one_more_row_is_not()
    {
        var examiner = new FileExaminer(new EvidenceLimits { MostPixels = 100 * 100 });

        Assert.True((await ExamineAsync(ExampleFiles.Png(100, 100), examiner)).Succeeded);
        Assert.Equal(new FileNotAcceptable(FileRefusal.TooManyPixels), (await ExamineAsync(ExampleFiles.Png(100, 101), examiner)).Error);
    }

    private static async Task<Result<Examined>> ExamineAsync(byte[] content, FileExaminer? examiner = null) =>
        await (examiner ?? new FileExaminer(new EvidenceLimits())).ExamineAsync(
            new MemoryStream(content), content.AsMemory(0, Math.Min(content.Length, FileType.HeadLength)), TestContext.Current.CancellationToken);
}
