using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Calendar;

/// <summary>Shows the holidays and make-up workdays of a year, and what was changed.</summary>
public static class ViewCalendarYear
{
    /// <summary>Shows the holidays and make-up workdays of a year, and what was changed.</summary>
    /// <param name="Year">The year.</param>
    [Requires(Permission.ViewCalendar)]
    public sealed record Query(int Year) : IQuery<Details>;

    /// <summary>One year.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Announced">What was announced; none while only its weekends are known.</param>
    /// <param name="Days">Its holidays and make-up workdays, in order.</param>
    /// <param name="WorkingDays">How many days are worked in it.</param>
    /// <param name="Changes">What was changed, newest first.</param>
    /// <param name="Years">The announced years, in order.</param>
    /// <param name="MayManage">Whether the reader may change it.</param>
    public sealed record Details(
        int Year, Announcement? Announced, IReadOnlyList<Day> Days, int WorkingDays, IReadOnlyList<CalendarChange> Changes, IReadOnlyList<int> Years,
        bool MayManage);

    /// <summary>Where the days of a year are known from.</summary>
    public sealed record Announcement(Guid Version, string SourceZh, string SourceEn, DateTimeOffset At);

    /// <summary>One day that differs from what its weekday says.</summary>
    public sealed record Day(DateOnly Date, DayKind Kind, string NameZh, string NameEn);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Year).InclusiveBetween(1, 9998);
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Details>>
    {
        private const int MostChanges = 200;

        public async Task<Result<Details>> Handle(Query query, CancellationToken ct)
        {
            var announced = await db.CalendarYears.Where(y => y.Year == query.Year)
                .Select(y => new Announcement(y.Version, y.SourceZh, y.SourceEn, y.AnnouncedAt)).SingleOrDefaultAsync(ct);
            var days = await db.CalendarDays.Where(d => d.Year == query.Year).OrderBy(d => d.Date)
                .Select(d => new Day(d.Date, d.Kind, d.NameZh, d.NameEn)).ToListAsync(ct);
            var changes = await db.CalendarChanges.AsNoTracking().Where(c => c.Year == query.Year).OrderByDescending(c => c.Id).Take(MostChanges).ToListAsync(ct);
            var years = await db.CalendarYears.OrderBy(y => y.Year).Select(y => y.Year).ToListAsync(ct);
            return new Details(query.Year, announced, days, Worked(query.Year, days), changes, years, actor.May(Permission.ManageCalendar));
        }

        private static int Worked(int year, List<Day> days)
        {
            WorkCalendar calendar = new(Of(days, DayKind.Holiday), Of(days, DayKind.MakeUp));
            DateOnly first = new(year, 1, 1);
            return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Count(i => calendar.IsWorkingDay(first.AddDays(i)));
        }

        private static IEnumerable<DateOnly> Of(List<Day> days, DayKind kind) => days.Where(d => d.Kind == kind).Select(d => d.Date);
    }
}
