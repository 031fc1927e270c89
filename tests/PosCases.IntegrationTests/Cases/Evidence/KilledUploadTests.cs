using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>What is left when the app is killed in the middle of taking a paper in, at each place between two durable steps.</summary>
public sealed class KilledUploadTests(QuietHost world) : IClassFixture<QuietHost>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-killed-").FullName;
    private readonly byte[] picture = [.. Pictures.Png(100), .. RandomNumberGenerator.GetBytes(300_000)];
    private string number = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<string> Stored => Directory.EnumerateFiles(Path.Combine(folder, "evidence"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f));

    [Theory]
    [InlineData("upload.part-taken")]
    [InlineData("vault.bytes-arrived")]
    [InlineData("vault.bytes-sealed")]
    [InlineData("vault.bytes-settled")]
    [InlineData("intake.before-examination")]
    [InlineData("intake.before-row")]
    [InlineData("upload.recorded")]
    public async Task A_kill_leaves_no_row_without_its_bytes_and_the_repeat_makes_one_paper(string place)
    {
        var commandId = ("commandId", $"{Guid.NewGuid()}");
        using KillableApp app = new(folder);
        await app.StartAsync(place);
        using (var visitor = await app.VisitAsync("huanan"))
        {
            PartsSender sender = new(visitor, number, commandId);
            Assert.Equal(HttpStatusCode.Created, await sender.BeginAsync(picture.Length));
            var sending = sender.SendAsync(0, picture);
            await app.KillAtPauseAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        }

        Assert.Equal(place == "upload.recorded" ? 1 : 0, await PapersWithTheirBytesAsync());
        Assert.Single(Stored);

        await using (RestartedHost again = new(folder))
        {
            using Visitor visitor = new(again.CreateClient(new() { AllowAutoRedirect = false }));
            await visitor.SignInAsync("huanan@demo.example", TestHost.Password);
            var repeated = await new PartsSender(visitor, number, commandId).SendAllAsync(picture, 100_000);
            Assert.Equal(place == "upload.recorded" ? HttpStatusCode.OK : HttpStatusCode.Created, repeated.Status);
        }

        Assert.Equal(1, await PapersWithTheirBytesAsync());
        await SweepAsync();
        Assert.Single(Stored);
        Assert.Equal(1, await PapersWithTheirBytesAsync());
    }

    public async ValueTask InitializeAsync()
    {
        var id = await world.Given.Case().At(DemoPath.Filed);
        number = await world.AskAsync(db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        foreach (var file in Directory.EnumerateFiles(world.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/evidence/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(world.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads every paper of the case; a row whose bytes are missing or are not those that were sent fails the test.</summary>
    private async Task<int> PapersWithTheirBytesAsync()
    {
        await using var core = Core(TimeProvider.System);
        await using var scope = core.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var papers = await db.Set<EvidenceItem>().AsNoTracking().Where(i => db.Set<Case>().Any(c => c.Id == i.CaseId && c.Number == number)).ToListAsync(Ct);
        var files = await db.Set<VaultFile>().AsNoTracking().ToDictionaryAsync(f => f.Name, Ct);
        foreach (var paper in papers)
        {
            await core.GetRequiredService<Vault>().CheckAsync(files[paper.StorageKey].Kept!, Ct);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(picture)), paper.Sha256);
        }

        Assert.Equal(papers.Count, files.Count);
        return papers.Count;
    }

    private async Task SweepAsync()
    {
        TestClock tomorrow = new();
        tomorrow.Advance(TimeSpan.FromHours(25));
        await using var core = Core(tomorrow);
        await core.GetRequiredService<JobHost>().RunDueAsync(Ct);
    }

    private ServiceProvider Core(TimeProvider clock) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(clock)
        .AddSingleton(new PosCases.People.SecurityOptions { RequireStaffTwoFactor = false })
        .AddPosCases(new PosCasesOptions
        {
            Database = new() { ConnectionString = $"Data Source={Path.Combine(folder, EmptyWorld.File)}" },
            Cases = new(),
            Evidence = new(),
            EvidenceFolder = Path.Combine(folder, "evidence"),
            Encryption = KeyFile.ReadOrMake(Path.Combine(folder, "keys")),
        })
        .BuildServiceProvider();
}
