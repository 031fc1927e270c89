using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases.Transactions;

/// <summary>The merchant sends his export, confirms its columns and sees what came of it, without any script but the upload's.</summary>
public sealed partial class TransactionPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task An_export_goes_from_the_upload_over_its_columns_to_the_list_and_its_bad_row_is_mended()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var sent = await UploadAsync(visitor, number, "交易时间,交易金额,参考号,卡号\n2026-03-01 10:00:00,128.00,R00000000001,4012888888881881\n2026-03-01 11:00:00,many,R00000000002,\n");
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        var import = $"/my/cases/{number}/transactions/import/{Id().Match(sent.Html).Value}";
        var page = (await visitor.GetAsync(import)).Html;
        Assert.DoesNotContain("4012888888881881", page, StringComparison.Ordinal);
        var started = await visitor.SubmitAsync(
            import, "map", ("version", Version().Match(page).Groups["version"].Value), ("Columns", "Moment"), ("Columns", "Amount"), ("Columns", "Reference"), ("Columns", "Card"));
        Assert.Equal(import, started.Location);

        var done = await WaitAsync(number);
        Assert.Equal((1, 1), (done.Good, done.Bad));
        var result = (await visitor.GetAsync(import)).Html;
        Assert.Contains("many", result, StringComparison.Ordinal);
        var issue = await host.AskAsync(db => db.Set<ImportIssue>().Where(i => i.ImportId == done.Id).Select(i => i.Id).SingleAsync());
        var mended = await visitor.SubmitAsync(import, $"row-{issue}", ("Cells", "2026-03-01 11:00:00"), ("Cells", "64.50"), ("Cells", "R00000000002"), ("Cells", ""));
        Assert.Equal($"{import}#rows", mended.Location);

        var list = (await visitor.GetAsync($"/my/cases/{number}/transactions")).Html;
        Assert.Contains("\u00A5128.00", list, StringComparison.Ordinal);
        Assert.Contains("\u00A564.50", list, StringComparison.Ordinal);
        Assert.Contains("401288******1881", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_disputed_list_comes_as_a_file_that_a_spreadsheet_opens_as_text()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var sent = await UploadAsync(visitor, number, "交易时间,交易金额,参考号\n2026-03-01 10:00:00,128.00,R00000000001\n");
        var import = $"/my/cases/{number}/transactions/import/{Id().Match(sent.Html).Value}";
        await visitor.SubmitAsync(import, "map", ("version", Version().Match((await visitor.GetAsync(import)).Html).Groups["version"].Value), ("Columns", "Moment"), ("Columns", "Amount"), ("Columns", "Reference"));
        await WaitAsync(number);
        var one = await host.AskAsync(db => db.Set<CaseTransaction>().Where(t => db.Set<Case>().Any(c => c.Id == t.CaseId && c.Number == number)).Select(t => t.Id).SingleAsync());

        var marked = await visitor.SubmitAsync(
            $"/my/cases/{number}/transactions?mark={one}", "dispute", ("Form.Reason", "Retrieval"), ("Form.Slip", "Wanted"), ("Form.Who", "=HYPERLINK(1)"), ("Form.Due", "2026-12-01"));
        Assert.Equal($"/my/cases/{number}/transactions", marked.Location);

        using var file = await visitor.FetchAsync($"/cases/{number}/transactions/disputed.csv");
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("R00000000001", text, StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),", text, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);

        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var refused = await stranger.FetchAsync($"/cases/{number}/transactions/disputed.csv");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("MZ program", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("<html><table>", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_file_that_is_no_export_is_refused_with_the_reason(string content, HttpStatusCode status)
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var refused = await UploadAsync(visitor, number, content);

        Assert.Equal(status, refused.Status);
        Assert.Contains("detail", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sends_an_export_to_a_case_that_he_does_not_see_or_without_the_pages_token()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        var file = Encoding.UTF8.GetBytes("交易时间,交易金额\n2026-03-01 10:00:00,1\n");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UploadAsync("/my", $"/cases/{number}/transactions", "a.csv", file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/cases/{number}/transactions")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync($"/cases/{number}/transactions", ("a", "b"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/disputed")]
    [InlineData("/slips")]
    [InlineData("/signals")]
    [InlineData("/pattern")]
    [InlineData("/imports")]
    public async Task Every_part_says_what_it_is_before_anything_was_imported(string part)
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var page = await visitor.GetAsync($"/my/cases/{number}/transactions{part}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("class=\"state\"", page.Html, StringComparison.Ordinal);
    }

    private static Task<Visitor.Answer> UploadAsync(Visitor visitor, string number, string text) =>
        visitor.UploadAsync($"/my/cases/{number}/transactions/imports", $"/cases/{number}/transactions", "export.csv", Encoding.UTF8.GetBytes(text));

    private async Task<TransactionImport> WaitAsync(string number)
    {
        for (var i = 0; i < 300; i++)
        {
            var found = await host.AskAsync(db => db.Set<TransactionImport>().AsNoTracking().SingleAsync(t => db.Set<Case>().Any(c => c.Id == t.CaseId && c.Number == number)));
            if (found.State is not (ImportState.Mapping or ImportState.Running))
            {
                return found;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The import did not end.");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("name=\"version\" value=\"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
