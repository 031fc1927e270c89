using PosCases.Platform;

namespace PosCases.Calendar;

/// <summary>In what a term is counted.</summary>
public enum TermUnit
{
    /// <summary>小时: from the stated moment (Civil Code art. 201).</summary>
    Hours,

    /// <summary>日: calendar days; the day of the start is not counted (Civil Code art. 201).</summary>
    Days,

    /// <summary>工作日: days on which offices work, make-up workdays included.</summary>
    WorkingDays,

    /// <summary>月: to the corresponding day, or the end of the month where it has none (Civil Code art. 202).</summary>
    Months,
}

/// <summary>What happens when the last day of a term is a weekend or a statutory holiday.</summary>
public enum Rollover
{
    /// <summary>The term ends on the next working day (Civil Code art. 203; our reading for weekends).</summary>
    ToWorkingDay,

    /// <summary>The term ends on that day all the same, as with a freeze, which lapses by itself.</summary>
    None,
}

/// <summary>A length of time as a rule, a document or a setting states it.</summary>
/// <param name="Amount">How many, at least 1.</param>
/// <param name="Unit">Of what.</param>
public sealed record Term(int Amount, TermUnit Unit)
{
    /// <summary>The last day of a term that is counted in days or months.</summary>
    /// <param name="start">The day on which it begins; never counted itself.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="rollover">What happens when that day is not worked.</param>
    /// <exception cref="InvalidOperationException">The term is counted in hours.</exception>
    public DateOnly LastDay(DateOnly start, WorkCalendar calendar, Rollover rollover = Rollover.ToWorkingDay)
    {
        var last = Unit switch
        {
            TermUnit.Days => start.AddDays(Amount),
            TermUnit.WorkingDays => calendar.AddWorkingDays(start, Amount),
            TermUnit.Months => start.AddMonths(Amount),
            _ => throw new InvalidOperationException("A term in hours ends at a moment, not on a day."),
        };
        return rollover == Rollover.ToWorkingDay ? calendar.OnOrAfter(last) : last;
    }

    /// <summary>The last moment of the term: hours run from the start itself, everything else to the end of the last day in Shanghai.</summary>
    public DateTimeOffset EndOf(DateTimeOffset start, WorkCalendar calendar, Rollover rollover = Rollover.ToWorkingDay) =>
        Unit == TermUnit.Hours ? start.AddHours(Amount) : ShanghaiTime.EndOf(LastDay(ShanghaiTime.DateOf(start), calendar, rollover));
}
