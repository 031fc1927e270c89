using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>
/// Lets the job of the clocks run through the demo world's last days: warnings and breaches are told at their time, owners take note
/// of theirs, and what is neglected goes to the supervisors.
/// </summary>
internal sealed class DemoClocks(
    IServiceProvider services, SeedClock clock, IReadOnlyDictionary<Guid, Caller.Person> people, IReadOnlySet<string> neglected, Caller.Person boss, string note)
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(12);

    // At the end, so that what ran out lately stands on its level of the ladder.
    private static readonly TimeSpan LastDays = TimeSpan.FromDays(6);
    private static readonly TimeSpan LastPace = TimeSpan.FromHours(1);

    private readonly Door door = services.GetRequiredService<Door>();

    /// <summary>Runs from one moment to another.</summary>
    public async Task RunAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        for (var at = from; at <= to; at += to - at > LastDays ? Pace : LastPace)
        {
            clock.Set(at);
            foreach (var command in await AskAsync(db => CheckClocks.Job.Due(db, at, ct)))
            {
                await DemoWorld.SendAsync(door, command, Caller.System, ct);
            }

            await TakeNoteAsync(ct);
        }
    }

    private async Task TakeNoteAsync(CancellationToken ct)
    {
        var open = await AskAsync(db => db.Cases.AsNoTracking()
            .Where(c => c.Status != CaseStatus.Closed && c.Marks.Any(m => m.BreachedAt != null && m.AcknowledgedAt == null))
            .Select(c => new { c.Id, c.Number, c.OwnerId, Marks = c.Marks.Where(m => m.BreachedAt != null && m.AcknowledgedAt == null).ToList() })
            .ToListAsync(ct));
        foreach (var late in open.Where(o => !neglected.Contains(o.Number)))
        {
            foreach (var mark in late.Marks)
            {
                var version = await AskAsync(db => db.Cases.Where(c => c.Id == late.Id).Select(c => c.Version).SingleAsync(ct));
                var by = late.OwnerId is { } owner && people.TryGetValue(owner, out var found) ? found : boss;
                await DemoWorld.SendAsync(door, new AcknowledgeBreach.Command(late.Id, version, mark.Key, mark.DueAt, note), by, ct);
            }
        }
    }

    private async Task<T> AskAsync<T>(Func<AppDb, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
