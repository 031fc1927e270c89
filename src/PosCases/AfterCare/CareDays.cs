using PosCases.Calendar;

namespace PosCases.AfterCare;

/// <summary>The days of after-care. Pure: days in, days out; all of them Shanghai's.</summary>
public static class CareDays
{
    /// <summary>Days after the closing when one looks back.</summary>
    public static readonly IReadOnlyList<int> LookBacks = [30, 90];

    /// <summary>Days after the closing until the first self-inspection is due.</summary>
    public const int FirstInspection = 14;

    /// <summary>Least days that somebody has for a task, however late it is handed over.</summary>
    public const int LeastDays = 7;

    // A week before, on the day, then every week; after the fourth week nobody is reminded any more.
    private static readonly int[] Reminders = [-7, 0, 7, 14, 21, 28];

    /// <summary>The next day on which a task is reminded of; none after the last. Reminders that were missed are given once, not one by one.</summary>
    /// <param name="due">When it is due.</param>
    /// <param name="after">The day on which it was handed over or reminded of last.</param>
    public static DateOnly? NextReminder(DateOnly due, DateOnly after) =>
        Reminders.Select(days => due.AddDays(days)).Where(day => day > after).Select(day => (DateOnly?)day).FirstOrDefault();

    /// <summary>When a recurring task is due again: so many months after it was done, not after it was due.</summary>
    public static DateOnly NextOccurrence(DateOnly doneOn, int months) => doneOn.AddMonths(months);

    /// <summary>When the self-inspection is due again: at the next of 30 and 90 days after the closing that is at least a week away, then a year after it was done.</summary>
    /// <param name="closedOn">The closing.</param>
    /// <param name="doneOn">When it was done.</param>
    public static DateOnly NextInspection(DateOnly closedOn, DateOnly doneOn) =>
        LookBacks.Select(days => closedOn.AddDays(days)).Where(day => day >= doneOn.AddDays(LeastDays)).Select(day => (DateOnly?)day).FirstOrDefault() ?? doneOn.AddYears(1);

    /// <summary>When one begins to look back: the day itself when it is worked, otherwise the next one that is.</summary>
    public static DateOnly LookBackOn(DateOnly closedOn, int days, WorkCalendar calendar) => calendar.OnOrAfter(closedOn.AddDays(days));

    /// <summary>By when the look-back must be recorded: five working days, so that the merchant can answer first.</summary>
    public static DateOnly LookBackDue(DateOnly opensOn, WorkCalendar calendar) => calendar.AddWorkingDays(opensOn, 5);

    /// <summary>When a task is due that is handed over now: as planned, but not before there was time for it.</summary>
    public static DateOnly NotBefore(DateOnly planned, DateOnly handedOn) => planned < handedOn.AddDays(LeastDays) ? handedOn.AddDays(LeastDays) : planned;
}
