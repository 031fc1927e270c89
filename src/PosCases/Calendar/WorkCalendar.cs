using System.Collections.Frozen;

namespace PosCases.Calendar;

/// <summary>Which days offices work in mainland China: weekdays, without statutory holidays, with make-up workdays.</summary>
/// <param name="holidays">Weekdays that are days off.</param>
/// <param name="makeUpDays">Weekend days that are worked in exchange.</param>
public sealed class WorkCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
{
    /// <summary>Weekends only, for times whose holidays are not announced yet.</summary>
    public static readonly WorkCalendar WeekendsOnly = new([], []);

    private readonly FrozenSet<DateOnly> holidays = holidays.ToFrozenSet();
    private readonly FrozenSet<DateOnly> makeUpDays = makeUpDays.ToFrozenSet();

    /// <summary>Whether offices work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        makeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day));

    /// <summary>The day itself when it is worked, otherwise the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day on which so many working days after the start have passed; the start is not counted.</summary>
    /// <param name="start">Day of the start.</param>
    /// <param name="count">How many, 0 or more.</param>
    public DateOnly AddWorkingDays(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = start;
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }
}
