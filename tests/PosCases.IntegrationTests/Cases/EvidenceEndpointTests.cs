using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class EvidenceEndpointTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Picture = Pictures.Png(5000);

    [Fact]
    public async Task A_file_is_stored_with_its_hash_and_comes_back_byte_by_byte_as_a_harmless_download()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var taken = await UploadAsync(visitor, number, "card 6222021234567890128.png", Picture, ("code", "SALES_SLIP"));

        Assert.Equal(HttpStatusCode.Created, taken.Status);
        using var answer = JsonDocument.Parse(taken.Html);
        Assert.Equal("card 622202*********0128.png", answer.RootElement.GetProperty("name").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), answer.RootElement.GetProperty("sha256").GetString());

        using var sent = await visitor.FetchAsync($"/evidence/{answer.RootElement.GetProperty("id").GetGuid()}");
        Assert.Equal(Picture, await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("image/png", sent.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", sent.Headers.CacheControl?.ToString());
        Assert.StartsWith("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_may_be_looked_at_in_place_and_a_text_may_not()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var picture = await UploadAsync(visitor, number, "a.png", Picture);
        var text = await UploadAsync(visitor, number, "a.txt", Encoding.UTF8.GetBytes("words"));

        Assert.Equal("inline", await DispositionAsync(visitor, picture));
        Assert.Equal("attachment", await DispositionAsync(visitor, text));
    }

    [Fact]
    public async Task The_same_file_from_the_same_page_is_one_paper()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var page = ("commandId", Guid.NewGuid().ToString());

        var first = await UploadAsync(visitor, number, "a.png", Picture, page);
        var second = await UploadAsync(visitor, number, "a.png", Picture, page);
        var other = await UploadAsync(visitor, number, "b.png", [.. Picture, 1], page);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created], [first.Status, second.Status, other.Status]);
        Assert.Equal(2, await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).CountAsync()));
    }

    [Theory]
    [InlineData("program.png", "MZ\0\u0001", "程序")]
    [InlineData("page.pdf", "<html><script>", "网页")]
    [InlineData("empty.png", "", "空")]
    public async Task What_it_is_decides_not_what_it_is_called(string name, string content, string why)
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var refused = await UploadAsync(visitor, number, name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.Status);
        using var problem = JsonDocument.Parse(refused.Html);
        Assert.Contains(why, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing_behind()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var before = Stored();

        var refused = await UploadAsync(visitor, number, "a.png", [.. Picture, .. new byte[CaseHost.LargestFile]]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task A_refused_file_leaves_no_bytes_behind()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var before = Stored();

        var refused = await UploadAsync(visitor, number, "a.png", Picture, ("code", "NONSENSE"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task Papers_of_another_merchants_case_do_not_exist()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var taken = await UploadAsync(visitor, number, "a.png", Picture);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        using var looked = await stranger.FetchAsync($"/evidence/{IdOf(taken)}");

        Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(stranger, number, "a.png", Picture)).Status);
    }

    [Fact]
    public async Task Nobody_and_an_admin_hand_in_nothing()
    {
        var (_, number) = await host.OwnerWithCaseAsync();
        using var nobody = new Visitor(host);
        using var admin = await host.VisitAsync(await host.OpenAsync(Role.Admin));

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await nobody.UploadAsync("/account/sign-in", $"/cases/{number}/evidence", "a.png", Picture)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.UploadAsync("/account", $"/cases/{number}/evidence", "a.png", Picture)).Status);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var refused = await visitor.UploadAsync("/my", $"/cases/{number}/evidence", "a.png", Picture, ("__RequestVerificationToken", "wrong"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    private static Task<Visitor.Answer> UploadAsync(
        Visitor visitor, string number, string name, byte[] bytes, params (string Name, string Value)[] fields) =>
        visitor.UploadAsync("/my", $"/cases/{number}/evidence", name, bytes, fields);

    private static Guid IdOf(Visitor.Answer taken)
    {
        using var answer = JsonDocument.Parse(taken.Html);
        return answer.RootElement.GetProperty("id").GetGuid();
    }

    private static async Task<string?> DispositionAsync(Visitor visitor, Visitor.Answer taken)
    {
        using var sent = await visitor.FetchAsync($"/evidence/{IdOf(taken)}?view=1");
        return sent.Content.Headers.ContentDisposition?.DispositionType;
    }

    private int Stored() => Directory.Exists(Path.Combine(host.DataFolder, "evidence"))
        ? Directory.EnumerateFiles(Path.Combine(host.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Count()
        : 0;
}
