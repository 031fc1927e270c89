using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Calendar;

/// <summary>Enters the shipped years that the calendar does not have yet; runs at every start. What is there stays as people edited it.</summary>
public static class ImportCalendar
{
    /// <summary>Enters the shipped years that the calendar does not have yet; answers with how many.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change<int>;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var known = await db.CalendarYears.Select(y => y.Year).ToHashSetAsync(ct);
            var now = clock.GetUtcNow();
            var fresh = CalendarLibrary.Load().Where(e => !known.Contains(e.Year)).ToList();
            foreach (var entry in fresh)
            {
                var year = CalendarYear.Announce(entry.Year, entry.Source.Zh, entry.Source.En, now);
                foreach (var holiday in entry.Holidays)
                {
                    Must(year.SetDays(holiday.From, holiday.To, DayKind.Holiday, holiday.Name.Zh, holiday.Name.En));
                    foreach (var worked in holiday.Worked)
                    {
                        Must(year.SetDays(worked, worked, DayKind.MakeUp, holiday.Name.Zh, holiday.Name.En));
                    }
                }

                db.CalendarYears.Add(year);
                db.CalendarChanges.Add(new CalendarChange
                {
                    Year = entry.Year,
                    Act = CalendarAct.YearAnnounced,
                    Reason = entry.Source.Zh,
                    ByName = "",
                    At = now,
                });
            }

            return fresh.Count;
        }

        private static void Must(Result set)
        {
            if (!set.Succeeded)
            {
                throw new InvalidOperationException($"A shipped year holds an impossible day: {set.Error.Code}.");
            }
        }
    }
}
