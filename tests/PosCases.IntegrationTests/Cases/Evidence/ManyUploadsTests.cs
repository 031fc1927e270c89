using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Storage;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

public sealed class ManyUploadsTests(ManyUploadsTests.LargeHost host) : IClassFixture<ManyUploadsTests.LargeHost>
{
    private const int Size = 20 * 1024 * 1024;
    private const int Part = 2 * 1024 * 1024;

    [Fact]
    public async Task Of_fifty_files_of_20_MB_at_once_none_is_lost()
    {
        List<(Visitor Visitor, string Number)> shops = [];
        for (var shop = 0; shop < 5; shop++)
        {
            var (owner, number) = await host.OwnerWithCaseAsync();
            shops.Add((await host.VisitAsync(owner), number));
        }

        var block = RandomNumberGenerator.GetBytes(Part);
        var sent = await Task.WhenAll(Enumerable.Range(0, 50).Select(file => Task.Run(() => SendAsync(shops[file % shops.Count], file, block))));

        var kept = await host.AskAsync(db => db.Set<VaultFile>().AsNoTracking().ToListAsync());
        Assert.Equal(sent.Order(StringComparer.Ordinal), kept.Select(f => f.Sha256).Order(StringComparer.Ordinal));
        foreach (var file in kept)
        {
            await host.Services.GetRequiredService<Vault>().CheckAsync(file.Kept!, TestContext.Current.CancellationToken);
        }
    }

    /// <returns>The hash of what was sent.</returns>
    private static async Task<string> SendAsync((Visitor Visitor, string Number) shop, int file, byte[] block)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        PartsSender sender = new(shop.Visitor, shop.Number);
        Assert.Equal(HttpStatusCode.Created, await sender.BeginAsync(Size, $"{file}.png"));
        PartsSender.Answer answer;
        var offset = 0;
        do
        {
            byte[] part = [.. Pictures.Png(0), .. BitConverter.GetBytes(file), .. block];
            hash.AppendData(part, 0, Part);
            answer = await sender.SendAsync(offset, part[..Part]);
            offset += Part;
        }
        while (offset < Size);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The app with the limits that it ships with.</summary>
    public sealed class LargeHost : CaseHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Evidence:LargestFile", $"{50 * 1024 * 1024}");
        }
    }
}
