using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Packs;
using PosCases.Letters;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Letters;

/// <summary>A letter of the case as the cover of a pack.</summary>
public sealed class CoverLetterTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_pack_holds_exactly_the_final_version_and_names_its_number_and_hash()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.ReadyToSubmit);
        var letter = await FinalAsync(id, "reasons-request");
        var view = await app.ViewOf(id);

        var pack = await MakeAsync(id, letter);

        var version = (await app.As("li").Send(new ViewLetter.Query(letter))).Value.Letter;
        Assert.Equal(PackState.Ready, pack.State);
        Assert.Equal((letter.Value, version.Title, version.FinalNumber!.Value), (pack.Letter!.Id, pack.Letter.Title, pack.Letter.Number));
        Assert.Null(pack.CoverNote);
        await using var zip = await OpenAsync(pack);
        var file = await BytesAsync(zip, PackLetter.FileName);
        Assert.Equal(pack.Letter.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
        using var manifest = JsonDocument.Parse(await BytesAsync(zip, "manifest.json"));
        var said = manifest.RootElement.GetProperty("coverLetter");
        Assert.Equal(
            (version.Title, version.FinalNumber, PackLetter.FileName, pack.Letter.Sha256),
            (said.GetProperty("title").GetString(), said.GetProperty("version").GetInt32(), said.GetProperty("file").GetString(), said.GetProperty("sha256").GetString()));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Contains(view.Summary.MerchantName, document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.All(document.MainDocumentPart.HeaderParts, h => Assert.DoesNotContain("草稿", h.Header.InnerText, StringComparison.Ordinal));
        await using var whole = await StreamAsync(pack);
        Assert.Empty(await PackManifest.VerifyAsync(whole, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_the_PDF_the_letter_stands_before_the_index()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium") && File.Exists("/usr/bin/qpdf") && File.Exists("/usr/bin/pdftotext"), "chromium, qpdf and poppler-utils are needed");
        var id = await app.Given.Case().By("li").At(DemoPath.ReadyToSubmit);
        var pack = await MakeAsync(id, await FinalAsync(id, "reasons-request"));

        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
            await using (var pdf = await StreamAsync(pack, pdf: true))
            {
                await pdf.CopyToAsync(file, TestContext.Current.CancellationToken);
            }

            using var process = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.InRange(text.IndexOf(pack.Letter!.Title, StringComparison.Ordinal), 0, text.IndexOf("材料目录", StringComparison.Ordinal));
            Assert.Contains("第 2 版", text, StringComparison.Ordinal);
            Assert.DoesNotContain("草稿", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_round_tells_which_letter_went_out_and_needs_no_other_words()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.ReadyToSubmit);
        var pack = await MakeAsync(id, await FinalAsync(id, "reasons-request"));
        var plain = await MakeAsync(id, null);

        var wordless = await SendAsync(id, plain);
        var sent = await SendAsync(id, pack);

        Assert.Equal("CoverNote", Assert.Single(Assert.IsType<Invalid>(wordless.Error).Fields).Field);
        Assert.True(sent.Succeeded, sent.Error?.Code);
        Assert.Equal((pack.Id, pack.Letter), ((await app.ViewOf(id)).Case.Rounds[^1].PackId!.Value, (await app.ViewOf(id)).Case.Rounds[^1].Letter));
    }

    [Fact]
    public async Task A_letter_that_lacks_something_waits_or_is_not_final_is_refused_with_the_reason()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.ReadyToSubmit);
        var lacking = await NewAsync(id, "reasons-request");
        var waiting = await NewAsync(id, "unfreeze-request");
        var complete = await NewAsync(id, "retrieval-reply");
        var notice = await FinalAsync(id, "customer-notice");
        Assert.True((await app.As("li").Send(new SubmitLetter.Command(waiting, await CompleteAsync(waiting)))).Succeeded);
        await CompleteAsync(complete);

        var listed = (await app.As("li").Send(new ListCoverLetters.Query(id))).Value;

        Assert.IsType<LetterIncomplete>((await AskAsync(id, lacking)).Error);
        Assert.Equal(new LetterRefused(LetterRefusal.WaitsForApproval), (await AskAsync(id, waiting)).Error);
        Assert.Equal(new LetterRefused(LetterRefusal.NotFinal), (await AskAsync(id, complete)).Error);
        Assert.Equal(["Letter.NotFinal", "Letter.WaitsForApproval", "Letter.Incomplete"], listed.Select(l => l.Refusal!.Code));
        Assert.DoesNotContain(listed, l => l.Id == notice);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new ListCoverLetters.Query(id))).Error);
        Assert.Equal(new NotFound(nameof(Case)), (await app.As("li").Send(new ListCoverLetters.Query(CaseId.New()))).Error);
        var other = await app.Given.Case().By("li").Of("lanxin").At(DemoPath.ReadyToSubmit);
        Assert.Equal(new NotFound(nameof(Letter)), (await AskAsync(id, await FinalAsync(other, "reasons-request"))).Error);
    }

    [Fact]
    public async Task A_letter_that_is_taken_up_again_before_the_pack_is_made_covers_nothing()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.ReadyToSubmit);
        var letter = await FinalAsync(id, "reasons-request");
        Assert.True((await AskAsync(id, letter)).Succeeded);
        var revision = (await app.As("li").Send(new ViewLetter.Query(letter))).Value.Letter.Revision;
        Assert.True((await app.As("li").Send(new RewriteLetter.Command(letter, revision))).Succeeded);

        var pack = await NextAsync(id);

        Assert.Equal((PackState.Failed, "Letter"), (pack.State, pack.Failure));
    }

    private async Task<LetterId> NewAsync(CaseId id, string template) => new((await app.As("li").Send(new MakeLetter.Command(id, template, LetterLanguage.Chinese))).Value);

    private async Task<LetterId> FinalAsync(CaseId id, string template)
    {
        var letter = await NewAsync(id, template);
        var done = await app.As("li").Send(new FinishLetter.Command(letter, await CompleteAsync(letter)));
        Assert.True(done.Succeeded, done.Error?.Code);
        return letter;
    }

    private async Task<int> CompleteAsync(LetterId id)
    {
        var letter = (await app.As("li").Send(new ViewLetter.Query(id))).Value.Letter;
        return (await app.As("li").Send(new SaveLetterVersion.Command(id, letter.Revision, letter.Content.Map(text => LetterLibrary.Words.Marks.Replace(text, "ok"))))).Value;
    }

    private async Task<Result<Guid>> AskAsync(CaseId id, LetterId? letter)
    {
        var view = await app.ViewOf(id);
        return await app.As("li").Send(new MakePack.Command(
            id, PackKind.Submission, PackVariant.Full, "zh-CN", view.Case.Parties[0].InstitutionId, letter is null ? "请核查。" : null, [view.Case.Evidence[0].Id])
        { Letter = letter?.Value });
    }

    private async Task<CasePack> MakeAsync(CaseId id, LetterId? letter)
    {
        var asked = await AskAsync(id, letter);
        Assert.True(asked.Succeeded, asked.Error?.Code);
        return await NextAsync(id);
    }

    private async Task<CasePack> NextAsync(CaseId id)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        await app.RunJobsAsync();
        return (await app.As("li").Send(new ListPacks.Query(id))).Value[0].Pack;
    }

    private async Task<Result> SendAsync(CaseId id, CasePack pack)
    {
        var view = await app.ViewOf(id);
        return await app.As("li").Send(new SubmitToInstitution.Command(id, view.Case.Version, view.Case.Parties[0].Id, Medium.Portal, "R-1", "", null) { PackId = pack.Id });
    }

    private async Task<Stream> StreamAsync(CasePack pack, bool pdf = false)
    {
        var opened = (await app.As("li").Send(new OpenPack.Command(pack.Id, pdf))).Value;
        var copy = new MemoryStream();
        await using var content = await app.Services.GetRequiredService<Vault>().OpenAsync(opened.File!, TestContext.Current.CancellationToken);
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;
        return copy;
    }

    private async Task<ZipArchive> OpenAsync(CasePack pack) =>
        await ZipArchive.CreateAsync(await StreamAsync(pack), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, TestContext.Current.CancellationToken);

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name)
    {
        await using var content = await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
