using System.IO.Compression;
using System.Net;
using System.Text.Json;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class MerchantExportTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task An_owner_takes_all_of_his_data_with_him_and_nobody_elses()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var bytes = Pictures.Png(300);
        await visitor.UploadAsync("/my", $"/cases/{number}/evidence", "slip.png", bytes, ("code", "SALES_SLIP"));

        using var sent = await visitor.FetchAsync($"/merchants/{owner.Merchant!.Value.Value}/export");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        await using var zip = new ZipArchive(await sent.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var data = JsonDocument.Parse(await ReadAsync(zip.GetEntry("data.json")!));
        Assert.Equal(number, data.RootElement.GetProperty("cases")[0].GetProperty("number").GetString());
        var paper = zip.Entries.Single(e => e.FullName.EndsWith("slip.png", StringComparison.Ordinal));
        Assert.Equal(bytes, await ReadAsync(paper));

        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var refused = await stranger.FetchAsync($"/merchants/{owner.Merchant.Value.Value}/export");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }
}
