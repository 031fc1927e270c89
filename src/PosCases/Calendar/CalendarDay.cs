namespace PosCases.Calendar;

/// <summary>How a day differs from what its weekday says.</summary>
public enum DayKind
{
    /// <summary>放假: offices are closed.</summary>
    Holiday,

    /// <summary>调休上班: a weekend day that is worked in exchange.</summary>
    MakeUp,
}

/// <summary>A day on which offices are closed or open other than its weekday says.</summary>
public sealed class CalendarDay
{
    private CalendarDay()
    {
    }

    internal CalendarDay(int year, DateOnly date, DayKind kind, string nameZh, string nameEn) =>
        (Year, Date, Kind, NameZh, NameEn) = (year, date, kind, nameZh, nameEn);

    /// <summary>The year.</summary>
    public int Year { get; private init; }

    /// <summary>The day in Shanghai.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>Closed or open.</summary>
    public DayKind Kind { get; private set; }

    /// <summary>The occasion in Chinese.</summary>
    public string NameZh { get; private set; } = "";

    /// <summary>The occasion in English.</summary>
    public string NameEn { get; private set; } = "";

    internal void Become(DayKind kind, string nameZh, string nameEn) => (Kind, NameZh, NameEn) = (kind, nameZh, nameEn);
}
