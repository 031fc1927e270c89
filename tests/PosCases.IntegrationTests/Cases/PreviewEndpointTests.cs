using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Previews;
using PosCases.Platform.Security;
using PosCases.Platform.Tools;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class PreviewEndpointTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task A_page_is_a_picture_made_here_that_nothing_may_run_in_or_keep()
    {
        Assert.SkipUnless(host.Services.GetRequiredService<PreviewMaker>().Draws("application/pdf"), "The tools for PDF are not on this machine.");
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var id = await UploadAsync(visitor, number, "a.pdf", SamplePdf.Of(["one", "two"]));

        using var sent = await visitor.FetchAsync($"/evidence/{id}/preview?page=2");

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (sent.StatusCode, sent.Content.Headers.ContentType?.MediaType));
        Assert.Equal("2", sent.Headers.GetValues("X-Pages").Single());
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", sent.Headers.CacheControl?.ToString());
        Assert.StartsWith("sandbox; default-src 'none'", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var beyond = await visitor.FetchAsync($"/evidence/{id}/preview?page=3");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task Text_comes_as_text_whatever_stands_in_it()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        // A text that begins like a page is not even taken in; one that goes on like one is.
        var words = new string('a', 5000) + " <script>alert(1)</script>";
        var id = await UploadAsync(visitor, number, "a.txt", Encoding.UTF8.GetBytes(words));

        using var sent = await visitor.FetchAsync($"/evidence/{id}/preview");

        Assert.Equal("text/plain", sent.Content.Headers.ContentType?.MediaType);
        Assert.Equal(words, await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_not_shown_says_so_in_the_readers_language()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var id = await UploadAsync(visitor, number, "a.mp3", [.. "ID3"u8, .. new byte[200]]);

        using var sent = await visitor.FetchAsync($"/evidence/{id}/preview");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, sent.StatusCode);
        Assert.Equal("\u8fd9\u79cd\u6587\u4ef6\u4e0d\u5728\u8fd9\u91cc\u663e\u793a\u3002\u8bf7\u4e0b\u8f7d\u539f\u4ef6\u67e5\u770b\u3002", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_sees_a_page_of_a_paper_that_he_may_not_open()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var id = await UploadAsync(visitor, number, "a.png", DemoPaper.Draw(1));
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var admin = await host.VisitAsync(await host.OpenAsync(Role.Admin));
        using var nobody = new Visitor(host);

        foreach (var size in new[] { "page", "small", "fine" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, id, size));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, id, size));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, id, size));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, id, size));
        }
    }

    [Fact]
    public async Task Reading_a_page_is_an_opening_and_a_small_picture_is_none()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var id = await UploadAsync(visitor, number, "a.png", DemoPaper.Draw(2));

        await StatusAsync(visitor, id, "small");
        Assert.DoesNotContain(await OpeningsAsync(id), name => name == "OpenEvidence");
        await StatusAsync(visitor, id, "page");
        Assert.Contains(await OpeningsAsync(id), name => name == "OpenEvidence");
    }

    [Fact]
    public async Task Without_tools_a_picture_is_its_original_and_says_so_and_a_PDF_is_for_downloading()
    {
        await using var bare = new BareHost();
        var (owner, number) = await bare.OwnerWithCaseAsync();
        using var visitor = await bare.VisitAsync(owner);
        var picture = await UploadAsync(visitor, number, "a.png", DemoPaper.Draw(3));
        var pdf = await UploadAsync(visitor, number, "a.pdf", SamplePdf.Of(["one"]));

        using var sent = await visitor.FetchAsync($"/evidence/{picture}/preview");
        using var refused = await visitor.FetchAsync($"/evidence/{pdf}/preview");

        Assert.Equal(("image/png", "original"), (sent.Content.Headers.ContentType?.MediaType, sent.Headers.GetValues("X-Preview").Single()));
        Assert.StartsWith("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    private async Task<IReadOnlyList<string>> OpeningsAsync(Guid id) => [.. (await host.AuditOf(id)).Select(e => e.Message)];

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, Guid id, string size)
    {
        using var sent = await visitor.FetchAsync($"/evidence/{id}/preview?size={size}");
        return sent.StatusCode;
    }

    private static async Task<Guid> UploadAsync(Visitor visitor, string number, string name, byte[] bytes)
    {
        var taken = await visitor.UploadAsync("/my", $"/cases/{number}/evidence", name, bytes);
        Assert.Equal(HttpStatusCode.Created, taken.Status);
        using var answer = JsonDocument.Parse(taken.Html);
        return answer.RootElement.GetProperty("id").GetGuid();
    }

    private sealed class BareHost : CaseHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var tool in Enum.GetValues<Tool>())
            {
                builder.UseSetting($"Tools:Paths:{tool}", "");
            }
        }
    }
}
