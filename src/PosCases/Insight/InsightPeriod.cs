using System.Runtime.InteropServices;

namespace PosCases.Insight;

/// <summary>Which days are looked at.</summary>
public enum PeriodKind
{
    /// <summary>From Monday to today.</summary>
    ThisWeek,

    /// <summary>Monday to Sunday before this week.</summary>
    LastWeek,

    /// <summary>From the first of the month to today.</summary>
    ThisMonth,

    /// <summary>The whole month before.</summary>
    LastMonth,

    /// <summary>From the first day of the quarter to today.</summary>
    ThisQuarter,

    /// <summary>The whole quarter before.</summary>
    LastQuarter,

    /// <summary>Days of one's own choice.</summary>
    Own,
}

/// <summary>What a period is compared with.</summary>
public enum CompareWith
{
    /// <summary>The period before; of one that still runs, as many of its first days.</summary>
    Before,

    /// <summary>The same days a year before; of weeks, the same weekdays 52 weeks before.</summary>
    YearBefore,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>Days from the first to the last, both counted; Shanghai's.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before the first.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether a day is among them.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>Periods and what they are compared with.</summary>
public static class InsightPeriod
{
    /// <summary>Most days of a choice of one's own.</summary>
    public const int MostDays = 731;

    /// <summary>The days of a period.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="from">First day of one's own choice; today where none is given.</param>
    /// <param name="to">Last day of one's own choice; today where none is given. Turned round where it lies before the first, cut to two years.</param>
    public static DaySpan Of(PeriodKind kind, DateOnly today, DateOnly? from = null, DateOnly? to = null) => kind switch
    {
        PeriodKind.ThisWeek => new(Monday(today), today),
        PeriodKind.LastWeek => new(Monday(today).AddDays(-7), Monday(today).AddDays(-1)),
        PeriodKind.ThisMonth => new(First(today), today),
        PeriodKind.LastMonth => new(First(today).AddMonths(-1), First(today).AddDays(-1)),
        PeriodKind.ThisQuarter => new(Quarter(today), today),
        PeriodKind.LastQuarter => new(Quarter(today).AddMonths(-3), Quarter(today).AddDays(-1)),
        PeriodKind.Own => Own(from ?? to ?? today, to ?? from ?? today),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What it is compared with; none for nothing.</summary>
    public static DaySpan? Compared(PeriodKind kind, DaySpan span, CompareWith with) => with switch
    {
        CompareWith.Nothing => null,
        CompareWith.YearBefore when kind is PeriodKind.ThisWeek or PeriodKind.LastWeek => new(span.From.AddDays(-364), span.To.AddDays(-364)),
        CompareWith.YearBefore => new(span.From.AddYears(-1), kind is PeriodKind.LastMonth or PeriodKind.LastQuarter ? span.To.AddDays(1).AddYears(-1).AddDays(-1) : span.To.AddYears(-1)),
        _ => Before(kind, span),
    };

    private static DaySpan Before(PeriodKind kind, DaySpan span) => kind switch
    {
        PeriodKind.ThisWeek or PeriodKind.LastWeek => new(span.From.AddDays(-7), span.To.AddDays(-7)),
        PeriodKind.LastMonth => new(span.From.AddMonths(-1), span.From.AddDays(-1)),
        PeriodKind.LastQuarter => new(span.From.AddMonths(-3), span.From.AddDays(-1)),
        PeriodKind.ThisMonth => FirstDays(span.From.AddMonths(-1), span),
        PeriodKind.ThisQuarter => FirstDays(span.From.AddMonths(-3), span),
        _ => new(span.From.AddDays(-span.Days), span.From.AddDays(-1)),
    };

    // As many days as have passed, but none of the period that runs.
    private static DaySpan FirstDays(DateOnly from, DaySpan span)
    {
        var to = from.AddDays(span.Days - 1);
        return new(from, to < span.From ? to : span.From.AddDays(-1));
    }

    private static DaySpan Own(DateOnly from, DateOnly to)
    {
        (from, to) = from <= to ? (from, to) : (to, from);
        return new(to.DayNumber - from.DayNumber >= MostDays ? to.AddDays(1 - MostDays) : from, to);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Quarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
