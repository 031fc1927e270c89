using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PosCases.Audit;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Search;
using PosCases.Insight;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.TestSupport;

/// <summary>
/// The app as it is deployed, with a data folder of its own that goes when the host does. Its database holds the demo's team and
/// shops, but no case. People are known by what stands before the @ of their sign-in name: li, wang and chen are agents, zhao and
/// sun supervisors, admin the admin, huanan the owner of a shop and huanan-staff its employee.
/// </summary>
public class TestHost : WebApplicationFactory<Program>
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "demo-world-1";

    private readonly bool ownsFolder;

    /// <summary>A host with data of its own.</summary>
    public TestHost()
        : this(Directory.CreateTempSubdirectory("poscases-").FullName) => ownsFolder = true;

    /// <summary>A host on data that is there already and stays.</summary>
    protected TestHost(string folder) => DataFolder = folder;

    /// <summary>Where this host keeps its database and files.</summary>
    public string DataFolder { get; }

    /// <summary>The app's time.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Makes cases through the real commands.</summary>
    public Given Given => new(this);

    /// <summary>Whether jobs and the outbox run by themselves.</summary>
    protected virtual bool RunsJobs => true;

    /// <summary>Whether the database starts with the demo's team and shops, or with nobody.</summary>
    protected virtual bool HasPeople => true;

    /// <summary>Whether passwords cost little here, or as much as where the app is used.</summary>
    protected virtual bool HashesFast => true;

    private Door Door => Services.GetRequiredService<Door>();

    private string ConnectionString => $"Data Source={Path.Combine(DataFolder, EmptyWorld.File)}";

    /// <summary>Sends messages as a person who has just signed in.</summary>
    public Sender As(string person) => As(CallerOf(person));

    /// <summary>Sends messages as the system's jobs, as nobody, or within an older session.</summary>
    public Sender As(Caller caller) => new(Door, caller);

    /// <summary>A person's session as it is now.</summary>
    public Caller.Person CallerOf(string person)
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AppDb>().Set<Person>()
            .Where(p => p.UserName == person + "@demo.example")
            .Select(p => new Caller.Person(p.Id, p.SecurityStamp!))
            .Single();
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> AskAsync<T>(Func<AppDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>A case as a supervisor sees it.</summary>
    public async Task<CaseView> ViewOf(CaseId id)
    {
        var number = await AskAsync(db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        return (await As("zhao").Send(new ViewCase.Query(number))).Value;
    }

    /// <summary>What happened to a case, in order.</summary>
    public Task<IReadOnlyList<CaseEvent>> EventsOf(CaseId id) =>
        ListAsync(db => db.Set<CaseEvent>().Where(e => e.CaseId == id).OrderBy(e => e.Seq));

    /// <summary>Who tried what on a record, in order.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditOf(Guid target) =>
        ListAsync(db => db.Set<AuditEntry>().Where(e => e.Target == target).OrderBy(e => e.Seq));

    /// <summary>What is or was to be delivered about a case.</summary>
    public Task<IReadOnlyList<OutboxMessage>> OutboxOf(CaseId id)
    {
        var mentioned = id.Value.ToString();
        return ListAsync(db => db.Set<OutboxMessage>().Where(m => m.Payload.Contains(mentioned)).OrderBy(m => m.CreatedAt));
    }

    /// <summary>Delivers what is due in the outbox.</summary>
    public async Task DeliverAsync()
    {
        var pump = Services.GetRequiredService<OutboxPump>();
        while (await pump.RunAsync(CancellationToken.None) > 0)
        {
            // Batch after batch.
        }
    }

    /// <summary>Takes a file in for a case; a small picture when no bytes are given.</summary>
    public Task<StoredFile> TakeAsync(CaseId owner, byte[]? bytes = null) => TakeAsync(owner.Value, bytes);

    /// <summary>Takes a file in for a case or a merchant; a small picture when no bytes are given.</summary>
    public async Task<StoredFile> TakeAsync(Guid owner, byte[]? bytes = null) => (await Services.GetRequiredService<PaperIntake>().TakeAsync(
        new MemoryStream(bytes ?? Pictures.Png(100)), "f.png", owner, CancellationToken.None)).Value;

    /// <summary>Runs the jobs that are due.</summary>
    public Task RunJobsAsync() => Services.GetRequiredService<JobHost>().RunDueAsync(CancellationToken.None);

    /// <summary>Brings the search up to what is stored now.</summary>
    public Task IndexAsync() => Services.GetRequiredService<SearchKeeper>().CatchUpAsync(CancellationToken.None);

    /// <summary>Brings the figures up to what is stored now.</summary>
    public Task CountAsync() => Services.GetRequiredService<FactKeeper>().CatchUpAsync(CancellationToken.None);

    private Task<IReadOnlyList<T>> ListAsync<T>(Func<AppDb, IQueryable<T>> rows)
        where T : class => AskAsync<IReadOnlyList<T>>(async db => await rows(db).AsNoTracking().ToListAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (ownsFolder)
        {
            EmptyWorld.CopyTo(DataFolder, HasPeople);
        }

        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", DataFolder);
        builder.UseSetting("Demo:Seed", "false");
        builder.UseSetting("Demo:Password", Password);
        builder.UseSetting("Background:After", "0:00:00");
        // The limit is per address, and all tests come from one.
        builder.UseSetting("Security:SignInsPerMinute", "100000");
        // The app as a process of its own (browser tests, crash tests) tries every registered service when it starts; once is enough.
        builder.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (false, true));
        // What went well is not told: writing it costs more than many a test.
        builder.ConfigureLogging(logging => logging.AddFilter<ConsoleLoggerProvider>(level => level >= LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (HashesFast)
            {
                EmptyWorld.HashFast(services);
            }

            if (!RunsJobs)
            {
                services.Remove(services.Single(s => s.ImplementationFactory is Func<IServiceProvider, SearchKeeper> && s.ServiceType != typeof(SearchKeeper)));
                services.Remove(services.Single(s => s.ImplementationFactory is Func<IServiceProvider, FactKeeper> && s.ServiceType != typeof(FactKeeper)));
                services.Remove(services.Single(s => s.ImplementationFactory is Func<IServiceProvider, JobHost> && s.ServiceType != typeof(JobHost)));
            }
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        if (ownsFolder)
        {
            Directory.Delete(DataFolder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>A host whose jobs and outbox run only when the test says so.</summary>
public class QuietHost : TestHost
{
    protected override bool RunsJobs => false;
}

/// <summary>The app, started again on data that is there already and stays; its jobs run only when the test says so.</summary>
public sealed class RestartedHost(string folder) : TestHost(folder)
{
    protected override bool RunsJobs => false;
}
