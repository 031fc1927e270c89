using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Calendar;

/// <summary>
/// The holidays and make-up workdays of one year as they were announced. A year without a record is not announced yet: only its
/// weekends are known.
/// </summary>
public sealed class CalendarYear : IVersioned
{
    /// <summary>Most days that one change may set.</summary>
    public const int LongestStretch = 20;

    private readonly List<CalendarDay> days = [];

    private CalendarYear()
    {
    }

    /// <summary>The year.</summary>
    public int Year { get; private init; }

    /// <summary>Where its days are known from, in Chinese.</summary>
    public string SourceZh { get; private init; } = "";

    /// <summary>Where its days are known from, in English.</summary>
    public string SourceEn { get; private init; } = "";

    /// <summary>When it entered the calendar.</summary>
    public DateTimeOffset AnnouncedAt { get; private init; }

    /// <inheritdoc cref="IVersioned.Version"/>
    public Guid Version { get; private set; }

    Guid IVersioned.Version
    {
        get => Version;
        set => Version = value;
    }

    /// <summary>Its holidays and make-up workdays.</summary>
    public IReadOnlyList<CalendarDay> Days => days;

    /// <summary>Opens a year whose days were announced.</summary>
    internal static CalendarYear Announce(int year, string sourceZh, string sourceEn, DateTimeOffset at) =>
        new() { Year = year, SourceZh = sourceZh, SourceEn = sourceEn, AnnouncedAt = at, Version = Guid.NewGuid() };

    /// <summary>Makes a stretch of days holidays or workdays; what they were before is replaced.</summary>
    /// <returns><see cref="Invalid"/> when the stretch leaves the year, is too long, or a make-up workday is no weekend day.</returns>
    public Result SetDays(DateOnly from, DateOnly to, DayKind kind, string nameZh, string nameEn)
    {
        if (from.Year != Year || to.Year != Year)
        {
            return new Invalid(from.Year == Year ? "To" : "From", "Calendar.OtherYear", Year);
        }

        if (to < from || to.DayNumber - from.DayNumber >= LongestStretch)
        {
            return new Invalid("To", "Calendar.Stretch", LongestStretch);
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (kind == DayKind.MakeUp && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return new Invalid("Kind", "Calendar.NoWeekend");
            }
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (days.Find(d => d.Date == day) is { } known)
            {
                known.Become(kind, nameZh, nameEn);
            }
            else
            {
                days.Add(new CalendarDay(Year, day, kind, nameZh, nameEn));
            }
        }

        Touch();
        return Result.Ok;
    }

    /// <summary>Makes a day what its weekday says.</summary>
    /// <returns>The day that was removed, or <see cref="NotFound"/>.</returns>
    public Result<CalendarDay> RemoveDay(DateOnly date)
    {
        if (days.Find(d => d.Date == date) is not { } day)
        {
            return new NotFound(nameof(CalendarDay));
        }

        days.Remove(day);
        Touch();
        return day;
    }

    // A change of a day alone would leave the year's row as it was, and its version with it.
    private void Touch() => Version = Guid.NewGuid();
}

/// <summary>The holidays of that year were not announced yet.</summary>
/// <param name="Year">The year.</param>
public sealed record YearNotAnnounced(int Year) : Error
{
    /// <inheritdoc/>
    public override string Code => "Calendar.YearNotAnnounced";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Year];
}
