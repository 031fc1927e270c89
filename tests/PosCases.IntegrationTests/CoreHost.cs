using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests;

/// <summary>The core with its pipeline and a SQLite file of its own, without the web host; actors are given, not stored.</summary>
public sealed class CoreHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-").FullName;
    private readonly People people = new();
    private ServiceProvider services = null!;

    public Actor Agent { get; } = new(Guid.NewGuid(), "Li", Role.Agent, null);

    public Actor Supervisor { get; } = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);

    public Actor Admin { get; } = new(Guid.NewGuid(), "Root", Role.Admin, null);

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(folder, "test.db");
        services = new ServiceCollection()
            .AddLogging()
            .AddPosCases(new PosCasesOptions
            {
                Database = new DatabaseOptions { ConnectionString = $"Data Source={file};Pooling=False" },
                Cases = new CaseOptions(),
                Evidence = new EvidenceLimits(),
                EvidenceFolder = folder,
                Encryption = KeyFile.ReadOrMake(folder),
            })
            .AddSingleton<IActorDirectory>(people)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDb>().Database.EnsureCreatedAsync();
    }

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> message, Actor actor)
    {
        var caller = actor == Actor.System ? Caller.System : people.Know(actor);
        return services.GetRequiredService<Door>().Send(message, caller, TestContext.Current.CancellationToken);
    }

    /// <summary>Sets up what no message can, and looks at what no message shows.</summary>
    internal async Task<T> InDatabaseAsync<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class People : IActorDirectory
    {
        private readonly Dictionary<Guid, Actor> known = [];

        public Caller.Person Know(Actor actor)
        {
            known[actor.Id] = actor;
            return new Caller.Person(actor.Id, "");
        }

        public Task<Actor> FindAsync(Caller.Person caller, CancellationToken ct) => Task.FromResult(known[caller.Id]);
    }
}
