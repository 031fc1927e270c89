using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Packs;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Packs;

public sealed class PackTests(QuietHost app) : IClassFixture<QuietHost>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-pack-").FullName;

    [Fact]
    public async Task A_pack_joins_cover_index_and_papers_with_page_numbers_and_anyone_can_check_it()
    {
        SkipWithoutTools();
        var found = await app.Given.Case().At(DemoPath.Judging);
        await HandInAsync(found, "账单.txt", Encoding.UTF8.GetBytes("交易流水\n第一行 48200.00"));
        await HandInAsync(found, "扫描件.pdf", SamplePdf.Of(["retrieval", "second page"]));
        await HandInAsync(found, "说明.docx", Word("本店经营属实"));
        await HandInAsync(found, "clip.mp3", [(byte)'I', (byte)'D', (byte)'3', .. new byte[200]]);

        var pack = await MakeAsync(found, PackKind.Submission, "zh-CN", "请核查并解除管控。");

        Assert.Equal(PackState.Ready, pack.State);
        Assert.Equal(pack.Items.Count, pack.Entries.Count);
        Assert.Equal("clip.mp3", Assert.Single(pack.Entries, e => e.How == PackPart.Attached).FileName);
        var pdf = await FetchAsync(pack, pdf: true);
        var text = await RunAsync("pdftotext", "-layout", pdf, "-");
        Assert.Contains("请核查并解除管控。", text, StringComparison.Ordinal);
        Assert.Contains("材料目录", text, StringComparison.Ordinal);
        Assert.Contains("本店经营属实", text, StringComparison.Ordinal);
        Assert.Contains("交易流水", text, StringComparison.Ordinal);
        Assert.Contains($"第 {pack.Pages} 页 共 {pack.Pages} 页", text, StringComparison.Ordinal);
        Assert.Equal($"{pack.Pages}", (await RunAsync("qpdf", "--show-npages", pdf)).Trim());
        var second = text.Split('\f')[pack.Entries.Single(e => e.FileName == "扫描件.pdf").FirstPage!.Value];
        Assert.Contains("second page", second, StringComparison.Ordinal);

        var zip = await FetchAsync(pack, pdf: false);
        await ZipFile.ExtractToDirectoryAsync(zip, Path.Combine(folder, "out"), TestContext.Current.CancellationToken);
        var said = await RunAsync("sha256sum", "-c", "manifest.sha256");
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories).Count() - 1, said.Trim().Split('\n').Length);
        Assert.All(said.Trim().Split('\n'), line => Assert.EndsWith("OK", line, StringComparison.Ordinal));
        Assert.Equal(pack.ZipSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken))));
        Assert.Empty(await VerifyAsync(zip));
    }

    [Fact]
    public async Task Whatever_is_changed_added_or_taken_out_of_a_pack_is_named()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var zip = await FetchAsync(await MakeAsync(found, PackKind.Submission, "en", "Please look into it."), pdf: false);

        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            archive.GetEntry("README.txt")!.Delete();
            await using (var added = await archive.CreateEntry("more.txt").OpenAsync(TestContext.Current.CancellationToken))
            {
                await added.WriteAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
            }

            await using var changed = await archive.Entries.First(e => e.FullName.StartsWith("papers/", StringComparison.Ordinal)).OpenAsync(TestContext.Current.CancellationToken);
            changed.WriteByte(1);
        }

        var wrong = await VerifyAsync(zip);
        Assert.Contains("more.txt: not listed", wrong);
        Assert.Contains("README.txt: missing", wrong);
        Assert.Contains(wrong, w => w.EndsWith(": changed", StringComparison.Ordinal));
        Assert.Equal(3, wrong.Count);
    }

    [Fact]
    public async Task What_is_taken_out_stands_in_the_custody_record_and_in_the_round_that_sent_it()
    {
        var found = await app.Given.Case().At(DemoPath.ReadyToSubmit);
        var pack = await MakeAsync(found, PackKind.Submission, "zh-CN", "请核查。");
        var view = await app.ViewOf(found);

        var sent = await app.As("li").Send(new SubmitToInstitution.Command(
            found, view.Case.Version, view.Case.Parties[0].Id, Medium.Portal, "R-1", "请核查。", null)
        { PackId = pack.Id });

        Assert.True(sent.Succeeded, sent.Error?.Code);
        Assert.Equal(pack.Id, (await app.ViewOf(found)).Case.Rounds[^1].PackId);
        var entries = (await app.As("li").Send(new ViewCustody.Query(new EvidenceItemId(pack.Items[0])))).Value.Entries;
        Assert.Contains(entries, e => e is { Kind: CustodyKind.Exported, ByName.Length: > 0 });
    }

    [Fact]
    public async Task The_dossier_tells_the_whole_case()
    {
        SkipWithoutTools();
        var found = await app.Given.Case().At(DemoPath.ReadyToSubmit);

        var dossier = await MakeAsync(found, PackKind.Dossier, "zh-CN", null);

        // In narrow columns words go on in the next line.
        var text = string.Concat((await RunAsync("pdftotext", await FetchAsync(dossier, pdf: true), "-")).Where(c => !char.IsWhiteSpace(c)));
        Assert.All(
            ["案件卷宗", "管控措施", "时间线", "材料目录", "沟通记录", "资金台账", "处理结论", "材料流转记录", "审计摘录", "收存", "JudgeEvidence"],
            word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pack_with_a_damaged_paper_is_not_made_and_says_why()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var item = (await app.ViewOf(found)).Case.Evidence[0];
        await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == item.StorageKey)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.DamagedAt, app.Clock.GetUtcNow())));

        var pack = await MakeAsync(found, PackKind.Submission, "zh-CN", "请核查。");

        Assert.Equal((PackState.Failed, "Evidence"), (pack.State, pack.Failure));
    }

    [Fact]
    public async Task Packs_of_a_case_out_of_reach_do_not_exist()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var pack = await MakeAsync(found, PackKind.Submission, "zh-CN", "请核查。");

        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new OpenPack.Command(pack.Id, Pdf: false))).Error);
        Assert.Equal(new NotFound("Pack"), (await app.As("li").Send(new OpenPack.Command(Guid.NewGuid(), Pdf: false))).Error);
        Assert.IsType<NotFound>((await app.As("li").Send(new MakePack.Command(
            found, PackKind.Submission, PackVariant.Full, "zh-CN", new InstitutionId(Guid.NewGuid()), "x", [new EvidenceItemId(pack.Items[0])]))).Error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void SkipWithoutTools() => Assert.SkipUnless(
        File.Exists("/usr/bin/chromium") && File.Exists("/usr/bin/qpdf") && File.Exists("/usr/bin/pdftotext") && File.Exists("/usr/bin/vips") && File.Exists("/usr/bin/soffice"),
        "chromium, qpdf, poppler-utils, libvips-tools and libreoffice are needed");

    private static byte[] Word(string sentence)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new DocumentFormat.OpenXml.Wordprocessing.Run(new Text(sentence)))));
        }

        return stream.ToArray();
    }

    private static async Task<IReadOnlyList<string>> VerifyAsync(string zip)
    {
        await using var stream = File.OpenRead(zip);
        return await PackManifest.VerifyAsync(stream, TestContext.Current.CancellationToken);
    }

    private async Task HandInAsync(CaseId found, string name, byte[] bytes)
    {
        var file = (await app.TakeAsync(found, bytes)) with { Name = name };
        Assert.True((await app.As("huanan").Send(new SubmitEvidence.Command(found, null, EvidenceCode.Other, file))).Succeeded);
    }

    private async Task<CasePack> MakeAsync(CaseId found, PackKind kind, string language, string? note)
    {
        var view = await app.ViewOf(found);
        var asked = await app.As("li").Send(new MakePack.Command(
            found, kind, PackVariant.Full, language, kind == PackKind.Dossier ? null : view.Case.Parties[0].InstitutionId, note, [.. view.Case.Evidence.Select(i => i.Id)]));
        Assert.True(asked.Succeeded, asked.Error?.Code);
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        await app.RunJobsAsync();
        return (await app.As("li").Send(new ListPacks.Query(found))).Value[0].Pack;
    }

    private async Task<string> FetchAsync(CasePack pack, bool pdf)
    {
        var opened = (await app.As("li").Send(new OpenPack.Command(pack.Id, pdf))).Value;
        var path = Path.Combine(folder, pdf ? "pack.pdf" : "pack.zip");
        await using var content = await app.Services.GetRequiredService<Vault>().OpenAsync(opened.File!, TestContext.Current.CancellationToken);
        await using var file = File.Create(path);
        await content.CopyToAsync(file, TestContext.Current.CancellationToken);
        return path;
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Directory.Exists(Path.Combine(folder, "out")) ? Path.Combine(folder, "out") : folder,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }
}
