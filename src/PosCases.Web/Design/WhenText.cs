using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PosCases.Web.Design;

/// <summary>How a <see cref="When"/> reads.</summary>
public enum WhenStyle
{
    /// <summary>Distance from now: "3 hours ago", "in 2 days"; a plain date beyond 30 days.</summary>
    Relative,

    /// <summary>The day with its weekday; the year only when it is another one.</summary>
    Date,

    /// <summary>The day and the time to the minute.</summary>
    DateTime,
}

/// <summary>The words of time, in the reader's language and on the Chinese clock.</summary>
public sealed class WhenText(IStringLocalizer<DesignText> text)
{
    /// <summary>An instant as seen from now.</summary>
    public string Instant(DateTimeOffset at, DateTimeOffset now, WhenStyle style) => style switch
    {
        WhenStyle.Relative => Relative(at, now),
        WhenStyle.Date => Day(at.DayInChina(), now),
        WhenStyle.DateTime => text["When.DayAndTime", Day(at.DayInChina(), now), at.InChina().ToString("HH:mm", CultureInfo.InvariantCulture)],
    };

    /// <summary>A calendar day as seen from now; a day is never hours away.</summary>
    public string Day(DateOnly day, DateTimeOffset now, WhenStyle style) => style switch
    {
        WhenStyle.Relative => RelativeDay(day, now),
        WhenStyle.Date or WhenStyle.DateTime => Day(day, now),
    };

    /// <summary>The exact time for a tooltip: 2026-11-20 09:30, said as Beijing time.</summary>
    public string Exact(DateTimeOffset at) =>
        text["When.Exact", at.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];

    string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan away = (at - now).Duration();
        bool past = at <= now;

        return away switch
        {
            { TotalMinutes: < 1 } => text[past ? "When.JustNow" : "When.Soon"],
            { TotalHours: < 1 } => text[past ? "When.MinutesAgo" : "When.InMinutes", (int)away.TotalMinutes],
            _ when at.DayInChina() == now.DayInChina() || away.TotalHours < 12 =>
                text[past ? "When.HoursAgo" : "When.InHours", (int)away.TotalHours],
            _ => RelativeDay(at.DayInChina(), now),
        };
    }

    string RelativeDay(DateOnly day, DateTimeOffset now) => (day.DayNumber - now.DayInChina().DayNumber) switch
    {
        0 => text["When.Today"],
        1 => text["When.Tomorrow"],
        -1 => text["When.Yesterday"],
        > 0 and <= 30 and var days => text["When.InDays", days],
        < 0 and >= -30 and var days => text["When.DaysAgo", -days],
        _ => Day(day, now),
    };

    string Day(DateOnly day, DateTimeOffset now) =>
        day.ToString(text[day.Year == now.DayInChina().Year ? "When.DayFormat" : "When.YearDayFormat"], CultureInfo.CurrentCulture);
}
