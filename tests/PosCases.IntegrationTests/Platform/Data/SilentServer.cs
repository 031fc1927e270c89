using System.Data;
using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>The core on a SQL Server that answers every statement with nothing, and what it was asked.</summary>
internal sealed class SilentServer : DbCommandInterceptor, IMediator, IAsyncDisposable
{
    private readonly ServiceProvider services;

    public SilentServer(Actor actor)
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddPosCases(new PosCasesOptions
            {
                Database = new() { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=nowhere;Connect Timeout=1", RetryCount = 0 },
                Cases = new(),
                Evidence = new(),
                EvidenceFolder = Path.GetTempPath(),
                Encryption = TestKeys.Options,
            })
            .AddScoped<IActorDirectory>(_ => new OnePerson(actor))
            .ConfigureDbContext<AppDb>(builder => builder.AddInterceptors(this, new NoConnection()))
            .BuildServiceProvider();
    }

    public List<string> Asked { get; } = [];

    /// <summary>Whether it says that full-text search is installed; it says no otherwise.</summary>
    public bool HasFullText { get; init; }

    public Task<T> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<Door>().Send(request, new Caller.Person(Guid.NewGuid(), ""), cancellationToken);

    /// <summary>Lets every job look for what is due.</summary>
    public async Task LookForDueAsync(DateTimeOffset now)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var job in services.GetServices<Job>())
        {
            await job.Due(scope.ServiceProvider.GetRequiredService<AppDb>(), now, CancellationToken.None);
        }
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => throw new NotSupportedException();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Answer(command.CommandText));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Answer(command.CommandText);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private InterceptionResult<DbDataReader> Answer(string statement)
    {
        Asked.Add(statement);
        using DataTable answer = new() { Locale = System.Globalization.CultureInfo.InvariantCulture };
        if (statement.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
        {
            answer.Columns.Add("count", typeof(int));
            answer.Rows.Add(0);
        }
        else if (HasFullText && statement.Contains("sys.fulltext_indexes", StringComparison.Ordinal))
        {
            answer.Columns.Add("Value", typeof(int));
            answer.Rows.Add(1);
        }
        else if (!statement.StartsWith("SELECT CASE", StringComparison.Ordinal))
        {
            // No row, but at least as many columns as anything asks for.
            answer.Columns.AddRange([.. Enumerable.Range(0, 400).Select(i => new DataColumn($"c{i}", typeof(object)))]);
        }
        else
        {
            answer.Columns.Add("exists", typeof(bool));
            answer.Rows.Add(true);
        }

        return InterceptionResult<DbDataReader>.SuppressWithResult(answer.CreateDataReader());
    }

    private sealed class OnePerson(Actor actor) : IActorDirectory
    {
        public Task<Actor> FindAsync(Caller.Person caller, CancellationToken ct) => Task.FromResult(actor);
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }
}
