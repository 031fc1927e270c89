using PosCases.Platform;

namespace PosCases.Calendar;

/// <summary>Counts only the time in which offices are open: from opening to closing on working days, in Shanghai.</summary>
public sealed class WorkingTime
{
    private readonly WorkCalendar calendar;
    private readonly TimeOnly opens;
    private readonly TimeOnly closes;

    /// <summary>Counts by a calendar and office hours.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="opens">When offices open, Shanghai time.</param>
    /// <param name="closes">When they close; later on the same day.</param>
    public WorkingTime(WorkCalendar calendar, TimeOnly opens, TimeOnly closes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(opens, closes);
        (this.calendar, this.opens, this.closes) = (calendar, opens, closes);
    }

    /// <summary>The working time of one whole working day.</summary>
    public TimeSpan Day => closes - opens;

    /// <summary>The moment at which so much working time has passed since the start; a negative time counts backwards.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan working) =>
        working < TimeSpan.Zero ? Before(start, -working) : After(start, working);

    /// <summary>The working time between two moments; negative when the second one is the earlier.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var passed = TimeSpan.Zero;
        for (var day = ShanghaiTime.DateOf(from); day <= ShanghaiTime.DateOf(to); day = day.AddDays(1))
        {
            var (open, close) = HoursOf(day);
            var (begin, end) = (from > open ? from : open, to < close ? to : close);
            if (end > begin && calendar.IsWorkingDay(day))
            {
                passed += end - begin;
            }
        }

        return passed;
    }

    private DateTimeOffset After(DateTimeOffset start, TimeSpan left)
    {
        for (var day = ShanghaiTime.DateOf(start); ; day = calendar.OnOrAfter(day.AddDays(1)))
        {
            var (open, close) = HoursOf(day);
            var begin = start > open ? start : open;
            var there = close - begin;
            if (!calendar.IsWorkingDay(day) || there < TimeSpan.Zero)
            {
                continue;
            }

            if (there >= left)
            {
                return begin + left;
            }

            left -= there;
        }
    }

    private DateTimeOffset Before(DateTimeOffset start, TimeSpan left)
    {
        for (var day = ShanghaiTime.DateOf(start); ; day = day.AddDays(-1))
        {
            var (open, close) = HoursOf(day);
            var end = start < close ? start : close;
            var there = end - open;
            if (!calendar.IsWorkingDay(day) || there < TimeSpan.Zero)
            {
                continue;
            }

            if (there >= left)
            {
                return end - left;
            }

            left -= there;
        }
    }

    private (DateTimeOffset Open, DateTimeOffset Close) HoursOf(DateOnly day) => (ShanghaiTime.At(day, opens), ShanghaiTime.At(day, closes));
}
