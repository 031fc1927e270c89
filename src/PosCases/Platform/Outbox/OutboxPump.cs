using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PosCases.Platform.Data;

namespace PosCases.Platform.Outbox;

/// <summary>Takes one kind of outbox message to where it belongs. Must be idempotent by the message's id.</summary>
public interface IOutboxConsumer
{
    /// <summary>The kind it takes.</summary>
    string Kind { get; }

    /// <summary>Delivers; an exception means "try again later".</summary>
    Task ConsumeAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>Delivers outbox messages: claim with one conditional update and a lease, retry on a schedule, park at its end.</summary>
internal sealed partial class OutboxPump(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger<OutboxPump> log)
{
    /// <summary>Waits after the first, second, … failure; after the last the message is parked.</summary>
    public static readonly TimeSpan[] Schedule =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Delivers what is due, at most one batch; answers how many messages it took up.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = clock.GetUtcNow();
            due = await db.Outbox
                .Where(m => m.DoneAt == null && m.ParkedAt == null && m.NextAttemptAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
                .OrderBy(m => m.NextAttemptAt)
                .Select(m => m.Id)
                .Take(Batch)
                .ToListAsync(ct);
        }

        foreach (var id in due)
        {
            await DeliverAsync(id, ct);
        }

        return due.Count;
    }

    private async Task DeliverAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lease;
        var claimed = await WriteAsync(
            () => db.Outbox
                .Where(m => m.Id == id && m.DoneAt == null && m.ParkedAt == null && (m.LeasedUntil == null || m.LeasedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct),
            ct);
        if (claimed == 0)
        {
            return;
        }

        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        try
        {
            var consumer = scope.ServiceProvider.GetServices<IOutboxConsumer>().Single(c => c.Kind == message.Kind);
            await consumer.ConsumeAsync(message, ct);
            DateTimeOffset? done = clock.GetUtcNow();
            await WriteAsync(
                () => db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.DoneAt, done).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null), ct),
                ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            await PostponeAsync(db, message, failure, ct);
        }
    }

    private async Task PostponeAsync(AppDb db, OutboxMessage message, Exception failure, CancellationToken ct)
    {
        DeliveryFailed(log, failure, message.Kind, message.Id, message.Attempts);
        var last = message.Attempts > Schedule.Length;
        var now = clock.GetUtcNow();
        DateTimeOffset? parked = last ? now : null;
        var next = last ? message.NextAttemptAt : now + Schedule[message.Attempts - 1];
        await WriteAsync(
            () => db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(m => m.NextAttemptAt, next)
                    .SetProperty(m => m.ParkedAt, parked)
                    .SetProperty(m => m.LastError, failure.GetType().Name),
                ct),
            ct);
    }

    private async Task<int> WriteAsync(Func<Task<int>> write, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        return await write();
    }

    [LoggerMessage(10, LogLevel.Warning, "Outbox message {Kind} {Id} failed at attempt {Attempt}")]
    private static partial void DeliveryFailed(ILogger log, Exception failure, string kind, Guid id, int attempt);
}
