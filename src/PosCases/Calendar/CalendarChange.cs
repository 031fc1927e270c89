using PosCases.Platform.Data;

namespace PosCases.Calendar;

/// <summary>What was done to the calendar.</summary>
public enum CalendarAct
{
    /// <summary>A year was announced.</summary>
    YearAnnounced,

    /// <summary>Days became holidays.</summary>
    HolidaysSet,

    /// <summary>Days became make-up workdays.</summary>
    MakeUpDaysSet,

    /// <summary>A day became what its weekday says.</summary>
    DayRemoved,
}

/// <summary>One line of the calendar's change log. Only ever added.</summary>
public sealed class CalendarChange : IChangeSignal
{
    /// <summary>Under which changes of the calendar are announced.</summary>
    public static readonly Guid Topic = new("b1c3a2de-58a5-4f5b-9d5e-6f0c9f6d7a01");

    /// <summary>Order of the line.</summary>
    public long Id { get; private init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>What was done.</summary>
    public required CalendarAct Act { get; init; }

    /// <summary>First day; none for a whole year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Why, or from which source.</summary>
    public required string Reason { get; init; }

    /// <summary>Name of who did it; empty for the system.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    Guid IChangeSignal.Topic => Topic;
}
