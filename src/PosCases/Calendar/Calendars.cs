using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Data;

namespace PosCases.Calendar;

/// <summary>
/// The calendar as it stands in the database, kept in memory: read anew when somebody changed it here, and every minute because
/// another node may have.
/// </summary>
public sealed class Calendars : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable listening;
    private readonly Lock turn = new();
    private volatile Snapshot? known;
    private int changes;

    /// <summary>Listens for changes until it is disposed.</summary>
    public Calendars(IServiceScopeFactory scopes, ChangeFeed feed, TimeProvider clock)
    {
        (this.scopes, this.clock) = (scopes, clock);
        listening = feed.Subscribe(topics =>
        {
            if (topics.Contains(CalendarChange.Topic))
            {
                Interlocked.Increment(ref changes);
            }
        });
    }

    /// <summary>Which days are worked, as known now.</summary>
    public WorkCalendar Current
    {
        get
        {
            if (IsFresh(known))
            {
                return known!.Calendar;
            }

            lock (turn)
            {
                if (!IsFresh(known))
                {
                    // Counted before reading: a change that comes meanwhile makes this reading stale at once.
                    var seen = Volatile.Read(ref changes);
                    known = new Snapshot(Read(), seen, clock.GetTimestamp());
                }

                return known!.Calendar;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listening.Dispose();

    private bool IsFresh(Snapshot? snapshot) =>
        snapshot is not null && snapshot.Changes == Volatile.Read(ref changes) && clock.GetElapsedTime(snapshot.ReadAt) < Freshness;

    private WorkCalendar Read()
    {
        using var scope = scopes.CreateScope();
        var days = scope.ServiceProvider.GetRequiredService<AppDb>().CalendarDays.Select(d => new { d.Date, d.Kind }).ToList();
        return new WorkCalendar(
            days.Where(d => d.Kind == DayKind.Holiday).Select(d => d.Date), days.Where(d => d.Kind == DayKind.MakeUp).Select(d => d.Date));
    }

    private sealed record Snapshot(WorkCalendar Calendar, int Changes, long ReadAt);
}

internal static class CalendarRegistration
{
    /// <summary>
    /// Adds the calendar. Who asks for <see cref="WorkCalendar"/> gets the present one; ask anew for every message instead of keeping it.
    /// </summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services.AddSingleton<Calendars>().AddTransient(provider => provider.GetRequiredService<Calendars>().Current);
}
