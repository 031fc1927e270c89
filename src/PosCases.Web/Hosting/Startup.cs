using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases.Evidence.Judging;
using PosCases.Institutions;
using PosCases.Knowledge;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Playbooks;
using PosCases.Rules;
using PosCases.Web.Account;

namespace PosCases.Web.Hosting;

/// <summary>What happens between building the app and serving: the database is brought up, or the start is refused.</summary>
internal static partial class Startup
{
    /// <summary>
    /// In development: migrates, and fills an empty database with the demo world. In production: refuses to start on a database
    /// that was not migrated or that holds demo accounts.
    /// </summary>
    /// <returns>Whether the app may serve.</returns>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILogger<Program>>();
        if (app.Environment.IsDevelopment())
        {
            app.ListenToPausePoints(log);
            await app.MigrateAsync();
        }
        else if (await app.RefusalAsync() is { } refusal)
        {
            StartRefused(log, refusal);
            return false;
        }

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:Seed", true))
        {
            await app.ImportLibrariesAsync();
            await app.SeedDemoAsync(log);
        }
        else if (await app.HasLibrariesAsync())
        {
            // What this version ships beyond them can come after the first page.
            app.Lifetime.ApplicationStarted.Register(() => _ = app.ImportLaterAsync(log));
        }
        else
        {
            await app.ImportLibrariesAsync();
        }

        return true;
    }

    /// <summary>Brings the database to the newest migration.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        if (database.IsSqlite())
        {
            await database.ClearAbandonedLockAsync();
        }

        // Asked first: migrating begins with a comparison of the whole model, also when there is nothing to do.
        if ((await database.GetPendingMigrationsAsync()).Any())
        {
            await database.MigrateAsync();
        }
    }

    /// <summary>Publishes what the product ships and the database does not have yet.</summary>
    public static async Task ImportLibrariesAsync(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<Door>();
        await door.Send(new ImportCalendar.Command(), Caller.System);
        await door.Send(new ImportPlaybooks.Command(), Caller.System);
        await door.Send(new ImportInstitutions.Command(WithDemo: false), Caller.System);
        await door.Send(new ImportRules.Command(), Caller.System);
        await door.Send(new ImportSendBackReasons.Command(), Caller.System);
        await door.Send(new ImportArticles.Command(), Caller.System);
    }

    private static async Task<bool> HasLibrariesAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<ArticleVersion>().AnyAsync();
    }

    private static async Task ImportLaterAsync(this WebApplication app, ILogger log)
    {
        try
        {
            await app.Services.GetRequiredService<BackgroundStart>().WaitAsync(app.Lifetime.ApplicationStopping);
            await app.ImportLibrariesAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The next start does it.
        }
        catch (Exception failure)
        {
            ImportFailed(log, failure);
        }
    }

    private static async Task<string?> RefusalAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return "The database is not migrated. Run this program with the verb 'migrate' first.";
        }

        if (await db.Set<Person>().AnyAsync(p => p.IsDemo && p.IsActive))
        {
            return "The database holds demo accounts whose password is public. Use a database without the demo world.";
        }

        return app.Services.GetRequiredService<DemoSignIns>().Password.Length > 0
            ? "Demo:Password is set. Remove it; it is for development only."
            : WhyNoKeys(app.Services);
    }

    private static string? WhyNoKeys(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<KeyRing>();
            return null;
        }
        catch (InvalidOperationException missing)
        {
            return $"{missing.Message} Papers are kept encrypted; docs/operations.md tells how to make the key and where to keep it.";
        }
    }

    // For tests that kill the program between two durable steps: it says that it has come to the place, and stays there.
    private static void ListenToPausePoints(this WebApplication app, ILogger log)
    {
        if (app.Configuration["PausePoints:StopAt"] is { Length: > 0 } place)
        {
            PausePoint.Reached = reached =>
            {
                if (reached == place)
                {
                    Paused(log, place);
                    Thread.Sleep(Timeout.Infinite);
                }
            };
        }
    }

    private static async Task SeedDemoAsync(this WebApplication app, ILogger log)
    {
        var demo = app.Services.GetRequiredService<DemoSignIns>();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await db.Set<Person>().AnyAsync())
        {
            SeedingStarted(log);
            await CoreHosting.DemoWorld(CoreHosting.ReadOptions(app.Configuration, app.Environment), demo.Password).SeedAsync(CancellationToken.None);
        }

        app.Lifetime.ApplicationStarted.Register(() => SignInHelp.Print(app, demo.Password));
    }

    [LoggerMessage(30, LogLevel.Critical, "Start refused: {Reason}")]
    private static partial void StartRefused(ILogger log, string reason);

    [LoggerMessage(33, LogLevel.Error, "What this version ships could not be published; the next start tries again")]
    private static partial void ImportFailed(ILogger log, Exception failure);

    [LoggerMessage(32, LogLevel.Warning, "Paused at {Place}")]
    private static partial void Paused(ILogger log, string place);

    [LoggerMessage(31, LogLevel.Information, "Filling the empty database with the demo world; this takes about a minute")]
    private static partial void SeedingStarted(ILogger log);
}
