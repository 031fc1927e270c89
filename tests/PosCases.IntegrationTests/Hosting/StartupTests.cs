using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PosCases.Knowledge;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.TestSupport;
using PosCases.Web.Hosting;
using Secret = PosCases.People.Secret;

namespace PosCases.IntegrationTests.Hosting;

/// <summary>What the binary does before it serves.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-start-").FullName;
    private readonly Lines log = new();

    [Fact]
    public async Task Production_refuses_a_database_that_was_not_migrated_and_serves_after_the_verb_migrate()
    {
        Assert.False(await PrepareAsync("Production"));
        Assert.Contains(log.Written, l => l.Contains("verb 'migrate'", StringComparison.Ordinal));

        Assert.Equal(0, await RunAsync("Production", "migrate"));

        Assert.True(await PrepareAsync("Production"));
        await using var app = Build("Production");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.True(await db.Set<PlaybookVersion>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<Person>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<PosCases.Institutions.Institution>().AnyAsync(i => i.Code!.StartsWith("DEMO-"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_newer_version_ships_is_published_after_its_first_page()
    {
        await using TestHost world = new();
        var missing = await world.AskAsync(db => db.Set<Article>().OrderBy(a => a.Slug).Select(a => a.Slug).FirstAsync());
        await world.AskAsync(db => db.Set<ArticleVersion>().Where(v => db.Set<Article>().Any(a => a.Id == v.ArticleId && a.Slug == missing)).ExecuteDeleteAsync());
        await world.AskAsync(db => db.Set<Article>().Where(a => a.Slug == missing).ExecuteDeleteAsync());

        await using RestartedHost again = new(world.DataFolder);
        using var client = again.CreateClient();
        Assert.True((await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        for (var tries = 0; tries < 600 && !await again.AskAsync(db => db.Set<Article>().AnyAsync(a => a.Slug == missing)); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(await again.AskAsync(db => db.Set<Article>().AnyAsync(a => a.Slug == missing)));
    }

    [Fact]
    public async Task Production_refuses_a_database_with_demo_accounts()
    {
        await RunAsync("Production", "migrate");
        await using (var app = Build("Production"))
        {
            var opened = await app.Services.GetRequiredService<Door>().Send(
                new CreatePerson.Command("li@demo.example", "Li", Role.Agent, null, new Secret("demo-world-1"), IsDemo: true), Caller.System, TestContext.Current.CancellationToken);
            Assert.True(opened.Succeeded);
        }

        Assert.False(await PrepareAsync("Production"));
        Assert.Contains(log.Written, l => l.Contains("demo accounts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_refuses_to_start_with_the_demo_password_set()
    {
        await RunAsync("Production", "migrate");

        Assert.False(await PrepareAsync("Production", "--Demo:Password=demo-world-1"));
        Assert.Contains(log.Written, l => l.Contains("Demo:Password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_makes_no_key_by_itself_and_says_how_one_is_made()
    {
        await RunAsync("Production", "migrate");

        Assert.False(await PrepareAsync("Production", "--Encryption:Current=other"));
        Assert.Contains(log.Written, l => l.Contains("docs/operations.md", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(folder, "keys", "evidence-keys.json")));
    }

    [Theory]
    [InlineData("seed", "demo")]
    [InlineData("seed", "empty")]
    [InlineData("seed", "busy")]
    public async Task Production_seeds_no_world(params string[] verb)
    {
        await RunAsync("Production", "migrate");

        Assert.Equal(1, await RunAsync("Production", verb));

        await using var app = Build("Production");
        await using var scope = app.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Person>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("seed")]
    [InlineData("seed", "mars")]
    [InlineData("migrate", "now")]
    public async Task An_unknown_verb_is_an_error_and_not_a_start(params string[] verb) => Assert.Equal(1, await RunAsync("Development", verb));

    [Fact]
    public async Task Without_a_verb_the_app_serves()
    {
        await using var app = Build("Development", "--Demo:Seed=false");

        Assert.Null(await app.RunVerbAsync(["--Demo:Seed=false"]));
    }

    [Fact]
    public async Task A_world_is_seeded_into_an_empty_database_only()
    {
        EmptyWorld.CopyTo(folder, withPeople: true);

        Assert.Equal(1, await RunAsync("Development", "seed", "empty"));
    }

    [Fact]
    public async Task A_busy_world_has_as_many_cases_as_were_asked_for_and_its_list_can_be_read()
    {
        await using var app = Build("Development", "--cases=500");
        Assert.Equal(0, await app.RunVerbAsync(["seed", "busy", "--cases=500"]));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        Assert.Equal(500, await db.Set<PosCases.Cases.Case>().CountAsync(TestContext.Current.CancellationToken));
        Assert.InRange(await db.Set<PosCases.Cases.Case>().Select(c => c.Status).Distinct().CountAsync(TestContext.Current.CancellationToken), 4, 9);
        Assert.Equal(500, await db.Set<PosCases.Cases.Case>().Select(c => c.Number).Distinct().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_audit_trail_is_checked_by_a_verb_that_fails_when_it_is_broken()
    {
        EmptyWorld.CopyTo(folder, withPeople: true);
        Assert.Equal(0, await RunAsync("Production", "verify-audit"));

        await using (var app = Build("Production"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Seq = 5", TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await RunAsync("Production", "verify-audit"));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> PrepareAsync(string environment, params string[] settings)
    {
        await using var app = Build(environment, settings);
        return await app.PrepareAsync();
    }

    private async Task<int?> RunAsync(string environment, params string[] verb)
    {
        await using var app = Build(environment);
        return await app.RunVerbAsync(verb);
    }

    private WebApplication Build(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = folder,
            Args = [$"--Data:Folder={folder}", .. environment == "Development"
                ? ["--Demo:Password=demo-world-1"] : TestKeys.Settings.Select(s => $"--{s.Name}={s.Value}"), .. settings],
        });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddCore();
        builder.AddAccounts();
        builder.AddOperations();
        return builder.Build();
    }
}
