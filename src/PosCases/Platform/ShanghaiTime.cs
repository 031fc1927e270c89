namespace PosCases.Platform;

/// <summary>The time zone in which the product's users live; everything is stored in UTC.</summary>
public static class ShanghaiTime
{
    /// <summary>Asia/Shanghai: UTC+8 all year.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The date on a calendar in Shanghai.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The first moment of a date in Shanghai.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The last second of a date in Shanghai; a thing due on a date is late after it.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => At(date, new TimeOnly(23, 59, 59));

    /// <summary>A moment in Shanghai.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
