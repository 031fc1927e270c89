namespace PosCases.Web.Design;

/// <summary>The clock on the wall of every user: UTC+8 without summer time, which China has not had since 1991.</summary>
public static class ChinaTime
{
    /// <summary>The distance to UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same instant as read in Shanghai.</summary>
    public static DateTimeOffset InChina(this DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day it is in Shanghai at that instant.</summary>
    public static DateOnly DayInChina(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InChina().DateTime);

    /// <summary>The instant at which that day begins in Shanghai.</summary>
    public static DateTimeOffset StartInChina(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
