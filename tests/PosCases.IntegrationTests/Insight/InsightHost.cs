using Microsoft.AspNetCore.Hosting;
using PosCases.Insight;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Insight;

/// <summary>The classes that look at one counted world, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InsightWorld : ICollectionFixture<InsightHost>
{
    public const string Name = "insight";
}

/// <summary>The demo's whole world and some hundred random cases, counted; nothing runs by itself.</summary>
public sealed class InsightHost : QuietHost, IAsyncLifetime
{
    protected override bool HasPeople => false;

    /// <summary>What takes the mail.</summary>
    internal SmtpListener Mail { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Security:RequireStaffTwoFactor", "false");
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{Mail.Port}");
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "reports@poscases.example");
    }

    public override async ValueTask DisposeAsync()
    {
        Mail.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async ValueTask InitializeAsync()
    {
        _ = Services;
        await new DemoWorld(Options(), Password).SeedAsync(CancellationToken.None);
        await new BusyWorld(Options()).SeedAsync(300, CancellationToken.None);
        Clock.StopAt(TimeProvider.System.GetUtcNow());
        await CountAsync();
    }

    internal PosCasesOptions Options() => new()
    {
        Database = new() { ConnectionString = $"Data Source={Path.Combine(DataFolder, "poscases.db")}" },
        Cases = new(),
        Evidence = new(),
        EvidenceFolder = Path.Combine(DataFolder, "evidence"),
        Encryption = KeyFile.ReadOrMake(Path.Combine(DataFolder, "keys")),
    };

    /// <summary>Reads the figures as somebody; never from memory.</summary>
    internal async Task<ViewBoard.Answer> BoardAsync(string person, Board? board, InsightFilter filter)
    {
        await CountAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        return (await As(person).Send(new ViewBoard.Query(board, filter))).Value;
    }
}
