using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PosCases.Audit;
using PosCases.Cases.Packs;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Web.Account;

namespace PosCases.Web.Hosting;

/// <summary>The verbs of the binary beside serving: <c>migrate</c>, <c>seed</c>, <c>create-admin</c>, <c>verify-audit</c>, <c>verify-pack</c>.</summary>
internal static class Verbs
{
    private const string Usage = """
        Verbs:
          migrate                          bring the database to the newest version
          seed empty|demo|busy [--cases N] fill an empty database (not in production)
          create-admin USERNAME NAME       open the first admin account; the password is read from standard input
          verify-audit                     check the audit trail link by link
          verify-pack FILE                 compare a pack (zip) with the hashes in it; needs no database
        """;

    /// <summary>Carries out the verb that the arguments name.</summary>
    /// <returns>The exit code; none when there is no verb and the app shall serve.</returns>
    public static async Task<int?> RunVerbAsync(this WebApplication app, string[] args)
    {
        string[] words = [.. args.TakeWhile(a => !a.StartsWith('-'))];
        return words switch
        {
            [] => null,
            ["migrate"] => await MigrateAsync(app),
            ["seed", var world] => await SeedAsync(app, world),
            ["create-admin", var userName, var name] => await CreateAdminAsync(app, userName, name),
            ["verify-audit"] => await VerifyAuditAsync(app),
            ["verify-pack", var file] => await VerifyPackAsync(file),
            _ => Fail(Usage),
        };
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        await app.MigrateAsync();
        await app.ImportLibrariesAsync();
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    private static async Task<int> SeedAsync(WebApplication app, string world)
    {
        if (app.Environment.IsProduction())
        {
            return Fail("Worlds are not seeded in production.");
        }

        await app.MigrateAsync();
        await app.ImportLibrariesAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Person>().AnyAsync())
            {
                return Fail("The database is not empty. Point to another one, or delete its file.");
            }
        }

        var options = CoreHosting.ReadOptions(app.Configuration, app.Environment);
        var password = app.Services.GetRequiredService<DemoSignIns>().Password;
        var demo = CoreHosting.DemoWorld(options, password);
        switch (world)
        {
            case "empty":
                await demo.SeedPeopleAsync(CancellationToken.None);
                break;
            case "demo":
                await demo.SeedAsync(CancellationToken.None);
                break;
            case "busy":
                await demo.SeedPeopleAsync(CancellationToken.None);
                var count = int.Parse(app.Configuration["cases"] ?? "10000", CultureInfo.InvariantCulture);
                await new BusyWorld(options).SeedAsync(count, CancellationToken.None);
                break;
            default:
                return Fail(Usage);
        }

        Console.WriteLine($"The world '{world}' is seeded.");
        return 0;
    }

    private static async Task<int> CreateAdminAsync(WebApplication app, string userName, string name)
    {
        Console.WriteLine("Password (at least ten characters):");
        var password = await Console.In.ReadLineAsync() ?? "";
        var created = await app.Services.GetRequiredService<Door>().Send(
            new CreatePerson.Command(userName, name, Role.Admin, null, new Secret(password)), Caller.System);
        if (created.Succeeded)
        {
            Console.WriteLine("The account is open. The second factor is set up at the first sign-in.");
            return 0;
        }

        return Fail(created.Error is Invalid invalid
            ? string.Join(Environment.NewLine, invalid.Fields.Select(f => $"{f.Field}: {f.Code}"))
            : created.Error.Code);
    }

    private static async Task<int> VerifyAuditAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var finding = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        if (finding.BrokenAt is { } at)
        {
            return Fail($"The audit trail is broken at entry {at}.");
        }

        Console.WriteLine($"{finding.Entries} entries, all intact.");
        return 0;
    }

    private static async Task<int> VerifyPackAsync(string file)
    {
        if (!File.Exists(file))
        {
            return Fail($"There is no file '{file}'.");
        }

        await using var zip = File.OpenRead(file);
        var wrong = await PackManifest.VerifyAsync(zip, CancellationToken.None);
        if (wrong.Count > 0)
        {
            return Fail($"The pack is not what was made:{Environment.NewLine}{string.Join(Environment.NewLine, wrong)}");
        }

        Console.WriteLine("Every file of the pack is as listed.");
        return 0;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
