using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.IntegrationTests.Cases;
using PosCases.IntegrationTests.People;
using PosCases.Letters;
using PosCases.Platform.Documents;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Letters;

/// <summary>Letters as files over HTTP.</summary>
public sealed class LetterEndpointTests(LetterEndpointTests.Host host) : IClassFixture<LetterEndpointTests.Host>
{
    [Fact]
    public async Task The_agent_downloads_an_editable_document_that_bears_the_mark_of_a_draft()
    {
        var (agent, letter, number) = await GivenAsync();
        using var visitor = await host.VisitAsync(agent);

        using var answer = await visitor.FetchAsync($"/letters/{letter}/docx");

        Assert.Equal((DocxWriter.ContentType, "attachment", $"{number}-statement-of-facts-v1.docx"), (
            answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        Assert.Contains("\u8349\u7a3f", file.MainDocumentPart!.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        Assert.Contains("Noodle House", file.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.Set<PosCases.Audit.AuditEntry>().CountAsync(e => e.Target == letter && e.Message == "OutputLetter")));
    }

    [Fact]
    public async Task The_page_to_print_runs_nothing_and_loads_nothing()
    {
        var (agent, letter, _) = await GivenAsync();
        using var visitor = await host.VisitAsync(agent);

        using var answer = await visitor.FetchAsync($"/letters/{letter}/print?version=1");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("\u60c5\u51b5\u8bf4\u660e", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("print")]
    public async Task Nobody_else_gets_a_copy(string format)
    {
        var (_, letter, _) = await GivenAsync();
        using var anybody = new Visitor(host);
        using var shop = await host.VisitAsync((await host.OwnerWithCaseAsync()).Owner);
        using var admin = await host.VisitAsync(await host.OpenAsync(Role.Admin));
        var page = format == "pdf" ? "docx" : format;

        var stranger = await anybody.GetAsync($"/letters/{letter}/{page}");

        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.StartsWith("/account/sign-in", stranger.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.GetAsync($"/letters/{letter}/{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/letters/{letter}/{page}")).Status);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_not_found()
    {
        var (agent, letter, _) = await GivenAsync();
        using var visitor = await host.VisitAsync(agent);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/letters/{letter}/docx?version=9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/letters/{letter}/docx?version=0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/letters/{Guid.NewGuid()}/docx")).Status);
    }

    [Fact]
    public async Task Without_a_browser_on_the_server_the_page_to_print_is_offered_and_the_product_says_so()
    {
        var (agent, letter, _) = await GivenAsync();
        using var visitor = await host.VisitAsync(agent);

        var answer = await visitor.GetAsync($"/letters/{letter}/pdf");

        Assert.Equal(($"/letters/{letter}/print", HttpStatusCode.Redirect), (answer.Location, answer.Status));
        var id = await host.AskAsync(db => db.Set<Letter>().Where(l => l.Id == new LetterId(letter)).Select(l => l.CaseId).SingleAsync());
        Assert.False((await host.SendAsync(new ListLetters.Query(id), await host.CallerOf(agent))).Value.CanPdf);
        Assert.False(host.Services.GetRequiredService<PdfPrinter>().IsThere);
    }

    private async Task<(AccountHost.Account Agent, Guid Letter, string Number)> GivenAsync()
    {
        var agent = await host.OpenAsync(Role.Agent);
        var (_, number) = await host.OwnerWithCaseAsync();
        var (id, version) = await host.AskAsync(async db =>
        {
            var found = await db.Set<Case>().Where(c => c.Number == number).Select(c => new { c.Id, c.Version }).SingleAsync();
            return (found.Id, found.Version);
        });
        Assert.Null((await host.SendAsync(new StartVerification.Command(id, version), await host.CallerOf(agent))).Error);
        var made = await host.SendAsync(new MakeLetter.Command(id, "statement-of-facts", LetterLanguage.Chinese), await host.CallerOf(agent));
        Assert.True(made.Succeeded, made.Error?.Code);
        return (agent, made.Value, number);
    }

    /// <summary>A server without Chromium.</summary>
    public sealed class Host : CaseHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Tools:Paths:Chromium", "");
        }
    }
}
