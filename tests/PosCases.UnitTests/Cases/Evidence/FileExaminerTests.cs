using System.Buffers.Binary;
using System.Text;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.UnitTests.Cases.Evidence;

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
        { "pdf with a script", "application/pdf", FileWarnings.ActiveContent, ExampleFiles.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") },
        { "pdf that starts a program", "application/pdf", FileWarnings.ActiveContent, ExampleFiles.Pdf("/Launch") },
        { "pdf with a password", "application/pdf", FileWarnings.Encrypted, ExampleFiles.Pdf("/Encrypt 5 0 R") },
        { "word", WordType, FileWarnings.None, ExampleFiles.Word() },
        { "excel", ExcelType, FileWarnings.None, ExampleFiles.Excel() },
        { "word with macros", WordType, FileWarnings.Macros, ExampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<d/>"u8.ToArray()), ("word/vbaProject.bin", [1, 2])) },
        { "old word", "application/msword", FileWarnings.None, ExampleFiles.Ole("WordDocument") },
        { "old excel with macros", "application/vnd.ms-excel", FileWarnings.Macros, ExampleFiles.Ole("Workbook", "_VBA_PROJECT") },
        { "office file with a password", "application/vnd.ms-office", FileWarnings.Encrypted, ExampleFiles.Ole("EncryptedPackage") },
        { "mail of outlook", "application/vnd.ms-outlook", FileWarnings.None, ExampleFiles.Ole("__substg1.0_0037001F") },
        { "csv in GB18030", "text/plain", FileWarnings.None, [0xBD, 0xF0, 0xB6, 0xEE, (byte)',', (byte)'1', (byte)'\n'] },
        { "archive of photos", "application/zip", FileWarnings.None, ExampleFiles.Zip(("a/", []), ("a/1.jpg", Jpeg), ("2.pdf", Pdf)) },
        { "archive with a word file", "application/zip", FileWarnings.None, ExampleFiles.Zip(("1.docx", ExampleFiles.Word())) },
    };

    public static TheoryData<string, FileRefusal, byte[]> Refused => new()
    {
        { "nothing", FileRefusal.Empty, [] },
        { "windows program", FileRefusal.Program, "MZ\0\0"u8.ToArray() },
        { "linux program", FileRefusal.Program, [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0] },
        { "shell script", FileRefusal.Program, "#!/bin/sh\n"u8.ToArray() },
        { "java class", FileRefusal.Program, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52] },
        { "html", FileRefusal.WebPage, "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "svg", FileRefusal.WebPage, "<svg onload=\"alert(1)\"/>"u8.ToArray() },
        { "svg behind a declaration", FileRefusal.WebPage, "<?xml version=\"1.0\"?><svg/>"u8.ToArray() },
        { "rar", FileRefusal.Unknown, "Rar!\u001a\u0007\u0001\0"u8.ToArray() },
        { "installer in office's container", FileRefusal.Unknown, ExampleFiles.Ole("Binary.CustomAction") },
        { "text with zeros behind its beginning", FileRefusal.Unknown, [.. Encoding.ASCII.GetBytes(new string('a', 5000)), 0, 1] },
        { "picture of too many points", FileRefusal.TooManyPixels, ExampleFiles.Png(30_000, 30_000) },
        { "jpeg of too many points", FileRefusal.TooManyPixels, ExampleFiles.Jpeg(65_000, 65_000) },
        { "heic of too many points", FileRefusal.TooManyPixels, ExampleFiles.Heic(100_000, 100_000) },
        { "picture without points", FileRefusal.Broken, ExampleFiles.Png(0, 10) },
        { "jpeg that ends in its head", FileRefusal.Broken, Jpeg[..12] },
        { "pdf without its end", FileRefusal.Broken, Pdf[..40] },
        { "picture that is an archive too", FileRefusal.Polyglot, [.. DemoPaper.Draw(1), .. ExampleFiles.Zip(("x.exe", "MZ"u8.ToArray()))] },
        { "gif that is an archive too", FileRefusal.Polyglot, [.. ExampleFiles.Gif(1, 1), .. ExampleFiles.Zip(("META-INF/MANIFEST.MF", "a"u8.ToArray()))] },
        { "pdf that is an archive too", FileRefusal.Polyglot, [.. Pdf, .. ExampleFiles.Zip(("x.exe", "MZ"u8.ToArray()))] },
        { "archive with a program", FileRefusal.ArchiveContent, ExampleFiles.Zip(("slip.jpg", "MZ program"u8.ToArray())) },
        { "archive with a page", FileRefusal.ArchiveContent, ExampleFiles.Zip(("slip.txt", "<html>"u8.ToArray())) },
        { "archive in an archive", FileRefusal.Archive, ExampleFiles.Zip(("in.zip", ExampleFiles.Zip(("1.jpg", Jpeg)))) },
        { "archive that leads up", FileRefusal.Archive, ExampleFiles.Zip(("../../etc/passwd", "a"u8.ToArray())) },
        { "archive that leads to the root", FileRefusal.Archive, ExampleFiles.Zip(("/etc/passwd", "a"u8.ToArray())) },
        { "archive with a drive", FileRefusal.Archive, ExampleFiles.Zip(("C:\\x.txt", "a"u8.ToArray())) },
        { "archive of too many files", FileRefusal.Archive, ExampleFiles.Zip([.. Enumerable.Range(0, 2_001).Select(n => ($"{n}.txt", "a"u8.ToArray()))]) },
        { "archive that unpacks to too much", FileRefusal.Archive, ExampleFiles.Zip(("1.txt", ExampleFiles.Letters(40 * 1024 * 1024))) },
        { "office file that unpacks to too much", FileRefusal.Archive, ExampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", ExampleFiles.Letters(40 * 1024 * 1024))) },
        { "archive with a password", FileRefusal.LockedArchive, ExampleFiles.Locked() },
        { "archive cut short", FileRefusal.Broken, ExampleFiles.Zip(("1.jpg", Jpeg))[..60] },
        { "archive of nothing", FileRefusal.Unknown, ExampleFiles.Zip() },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_paper_is_taken_for_what_it_is_and_with_what_is_to_be_known(string what, string type, FileWarnings warnings, byte[] content)
    {
        Assert.NotEmpty(what);

        var examined = await ExamineAsync(content);

        Assert.Equal((type, warnings), (examined.Value.ContentType, examined.Value.Warnings));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_paper_is_refused_for_its_reason(string what, FileRefusal why, byte[] content)
    {
        Assert.NotEmpty(what);

        Assert.Equal(new FileNotAcceptable(why), (await ExamineAsync(content)).Error);
    }

    [Fact]
    public async Task A_size_that_an_archive_only_claims_is_not_believed()
    {
        // The directory says one byte; the entry unpacks to forty million.
        var zip = ExampleFiles.Zip(("1.txt", ExampleFiles.Letters(40 * 1024 * 1024)));
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(directory + 24), 1);

        Assert.Equal(new FileNotAcceptable(FileRefusal.Broken), (await ExamineAsync(zip)).Error);
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
