using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;

namespace PosCases.Web.Cases.Uploads;

/// <summary>
/// The files that are on their way in parts through this process. They live in its memory: after a restart they are unknown, their bytes are
/// swept with all others that no row points to, and their senders begin anew by themselves.
/// </summary>
internal sealed class UploadSessions(PaperIntake papers, EvidenceLimits limits, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    // One person's files that nobody sends any more make room for that person's new ones after this time.
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, UploadSession> sessions = [];

    /// <summary>How many are not settled.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return sessions.Values.Count(IsOnItsWay);
            }
        }
    }

    /// <summary>Begins a file.</summary>
    public async Task<Result<UploadSession>> BeginAsync(UploadPlan plan)
    {
        await SweepAsync();
        if (LongestAbandoned(plan.Owner) is { } abandoned)
        {
            await DropAsync(abandoned);
        }

        lock (gate)
        {
            var onTheirWay = sessions.Values.Where(IsOnItsWay).ToList();
            if (onTheirWay.Count >= limits.MostUploads || onTheirWay.Count(s => s.Plan.Owner == plan.Owner) >= limits.MostUploadsOfOne)
            {
                return new TooManyUploads();
            }

            UploadSession session = new(plan, papers.Begin(), clock);
            sessions.Add(session.Id, session);
            return session;
        }
    }

    /// <summary>Finds a person's file; none when it is another's, was given up, or was never here.</summary>
    public UploadSession? Find(Guid id, Guid? owner)
    {
        lock (gate)
        {
            return sessions.TryGetValue(id, out var session) && session.Plan.Owner == owner && !session.IsIdleSince(clock.GetUtcNow() - limits.UploadIdle)
                ? session
                : null;
        }
    }

    /// <summary>Gives a file up; what was written of it is removed.</summary>
    public async Task DropAsync(UploadSession session)
    {
        lock (gate)
        {
            if (!sessions.Remove(session.Id))
            {
                return;
            }
        }

        await session.DisposeAsync();
    }

    /// <summary>Gives up what has waited too long for its next part.</summary>
    public async Task SweepAsync()
    {
        foreach (var idle in All(s => s.IsIdleSince(clock.GetUtcNow() - limits.UploadIdle)))
        {
            await DropAsync(idle);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var left in All(s => s.IsIdleSince(DateTimeOffset.MaxValue)))
        {
            await DropAsync(left);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The app stops.
        }
    }

    private static bool IsOnItsWay(UploadSession session) => session.Outcome is null;

    private UploadSession? LongestAbandoned(Guid owner)
    {
        var mine = All(s => s.Plan.Owner == owner && IsOnItsWay(s));
        return mine.Count < limits.MostUploadsOfOne
            ? null
            : mine.Where(s => s.IsIdleSince(clock.GetUtcNow() - Abandoned)).MinBy(s => s.TouchedAt);
    }

    private List<UploadSession> All(Func<UploadSession, bool> which)
    {
        lock (gate)
        {
            return [.. sessions.Values.Where(which)];
        }
    }
}

/// <summary>Too many files are on their way at once.</summary>
internal sealed record TooManyUploads : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.TooManyUploads";
}

/// <summary>The file that was begun is not known any more, or is another person's.</summary>
internal sealed record UploadGone : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.UploadGone";
}
