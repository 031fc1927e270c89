using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Data;
using PosCases.Platform.Storage;
using PosCases.Seeding;

namespace PosCases.TestSupport;

/// <summary>The migrated database, with the demo's team and shops or without, made once a run and copied for every host.</summary>
internal static class EmptyWorld
{
    public const string File = "poscases.db";

    private static readonly Lazy<string> Deserted = new(() => Task.Run(() => MakeAsync(withPeople: false)).GetAwaiter().GetResult());

    private static readonly Lazy<string> Peopled = new(() => Task.Run(() => MakeAsync(withPeople: true)).GetAwaiter().GetResult());

    /// <summary>Puts a copy into a data folder.</summary>
    public static void CopyTo(string folder, bool withPeople) =>
        global::System.IO.File.Copy((withPeople ? Peopled : Deserted).Value, Path.Combine(folder, File));

    /// <summary>Passwords that cost little to check: nobody guesses at those of a test, and tests sign in a thousand times.</summary>
    public static void HashFast(IServiceCollection services) => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);

    private static async Task<string> MakeAsync(bool withPeople)
    {
        var folder = Directory.CreateTempSubdirectory("poscases-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, File);
        var options = new PosCasesOptions
        {
            // Without a pool the last connection's end writes everything into the one file.
            Database = new() { ConnectionString = $"Data Source={file};Pooling=False" },
            Cases = new(),
            Evidence = new(),
            EvidenceFolder = Path.Combine(folder, "evidence"),
            Encryption = KeyFile.ReadOrMake(folder),
        };
        var builder = new DbContextOptionsBuilder<AppDb>();
        builder.UseEngine(options.Database);
        await using (var db = new AppDb(builder.Options))
        {
            await db.Database.MigrateAsync();
        }

        if (withPeople)
        {
            await new DemoWorld(options, TestHost.Password, HashFast).SeedPeopleAsync(CancellationToken.None);
        }

        return file;
    }
}
