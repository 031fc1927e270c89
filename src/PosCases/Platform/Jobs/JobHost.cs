using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Platform.Jobs;

/// <summary>Runs the jobs that are due and the outbox, every second, on every node; leases keep the nodes apart.</summary>
internal sealed partial class JobHost(
    IServiceScopeFactory scopes, Door door, OutboxPump outbox, IEnumerable<Job> jobs, WriteGate gate, BackgroundStart start, TimeProvider clock, ILogger<JobHost> log)
    : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // A slow job works on while the round goes on; on another node its lease keeps it away for as long as it may take.
    private static readonly TimeSpan SlowLease = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Task> slow = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        do
        {
            try
            {
                await outbox.RunAsync(stoppingToken);
                await RunQuickAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(log, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Runs the jobs that are due now and not leased elsewhere, the slow ones too, to their end.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        await RunQuickAsync(ct);
        await Task.WhenAll(slow.Values);
    }

    private async Task RunQuickAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var leases = await db.Set<JobLease>().AsNoTracking().ToDictionaryAsync(j => j.Name, ct);
        foreach (var job in jobs)
        {
            if (leases.TryGetValue(job.Name, out var lease) && lease.NextRunAt > clock.GetUtcNow())
            {
                continue;
            }

            if (!job.IsSlow)
            {
                await RunAsync(job, db, lease is null, ct);
            }
            else if (!slow.TryGetValue(job.Name, out var running) || running.IsCompleted)
            {
                slow[job.Name] = RunAsideAsync(job, lease is null, ct);
            }
        }
    }

    private async Task RunAsideAsync(Job job, bool isNew, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await RunAsync(job, scope.ServiceProvider.GetRequiredService<AppDb>(), isNew, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            JobFailed(log, failure, job.Name);
        }
    }

    private async Task RunAsync(Job job, AppDb db, bool isNew, CancellationToken ct)
    {
        if (!await ClaimAsync(job, db, isNew, ct))
        {
            return;
        }

        var count = 0;
        string? error = null;
        try
        {
            foreach (var command in await job.Due(db, clock.GetUtcNow(), ct))
            {
                // One that fails must not keep the others from their turn.
                var failed = await TrySendAsync(job, command, ct);
                count++;
                error ??= failed;
            }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            JobFailed(log, failure, job.Name);
            error = failure.GetType().Name;
        }

        var now = clock.GetUtcNow();
        using var turn = await gate.EnterAsync(ct);
        await db.Set<JobLease>().Where(j => j.Name == job.Name).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.NextRunAt, now + job.Every)
                .SetProperty(j => j.LastRunAt, (DateTimeOffset?)now)
                .SetProperty(j => j.LastCount, count)
                .SetProperty(j => j.LastError, error),
            ct);
    }

    private async Task<string?> TrySendAsync(Job job, IRequest<Result> command, CancellationToken ct)
    {
        try
        {
            return (await door.Send(command, Caller.System, ct)).Error?.Code;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            JobFailed(log, failure, job.Name);
            return failure.GetType().Name;
        }
    }

    private async Task<bool> ClaimAsync(Job job, AppDb db, bool isNew, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + (job.IsSlow ? SlowLease : Lease);
        using var turn = await gate.EnterAsync(ct);
        if (isNew)
        {
            db.Add(new JobLease { Name = job.Name, NextRunAt = now, LeasedUntil = until });
            try
            {
                await db.SaveChangesAsync(ct);
                return true;
            }
            catch (DbUpdateException clash) when (AppDb.IsUniqueViolation(clash))
            {
                // Another node met the job first.
                return false;
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        return await db.Set<JobLease>()
            .Where(j => j.Name == job.Name && j.NextRunAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), ct) == 1;
    }

    [LoggerMessage(20, LogLevel.Error, "The round of jobs failed")]
    private static partial void RoundFailed(ILogger log, Exception failure);

    [LoggerMessage(21, LogLevel.Error, "Job {Job} failed")]
    private static partial void JobFailed(ILogger log, Exception failure, string job);
}
