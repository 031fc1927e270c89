using PosCases.Platform;

namespace PosCases.Cases.Reminders;

/// <summary>The days and hours of reminders. Pure; all of them Shanghai's.</summary>
public static class ReminderDays
{
    /// <summary>What is due for longer was forgotten on purpose or from before there were reminders: nobody is called for it any more.</summary>
    public const int Longest = 60;

    // Nobody is told anything at night; the mail of a day goes out an hour after its reminders were found.
    private const int Morning = 8;
    private const int MailFrom = 9;
    private const int Evening = 21;

    /// <summary>The reminder that is due: of those whose day has come, the last; those that were missed are not given one by one.</summary>
    /// <param name="steps">Days after the day on which it is due, negative before; rising.</param>
    /// <param name="due">When the thing is due.</param>
    /// <param name="today">The day.</param>
    /// <returns>The step; none before the first.</returns>
    public static int? StepOn(IReadOnlyList<int> steps, DateOnly due, DateOnly today) =>
        steps.Where(step => due.AddDays(step) <= today).Select(step => (int?)step).LastOrDefault();

    /// <summary>When the next reminder is due; none after the last.</summary>
    public static DateOnly? NextOn(IReadOnlyList<int> steps, DateOnly due, DateOnly today) =>
        steps.Select(step => due.AddDays(step)).Where(day => day > today).Select(day => (DateOnly?)day).FirstOrDefault();

    /// <summary>How a reminder is said.</summary>
    /// <param name="step">Days after the day on which the thing is due, negative before.</param>
    public static ReminderStage StageOf(int step) => step switch
    {
        < 0 => ReminderStage.Soon,
        < 7 => ReminderStage.Due,
        _ => ReminderStage.Late,
    };

    /// <summary>Whether people may be reminded at that moment.</summary>
    public static bool IsDaytime(DateTimeOffset at) => HourOf(at) is >= Morning and < Evening;

    /// <summary>Whether mail goes out at that moment.</summary>
    public static bool IsMailTime(DateTimeOffset at) => HourOf(at) is >= MailFrom and < Evening;

    /// <summary>With which day's mail a reminder goes: one mail a day, in the morning.</summary>
    public static DateOnly MailOn(DateTimeOffset at) => ShanghaiTime.DateOf(at).AddDays(HourOf(at) < MailFrom ? 0 : 1);

    private static int HourOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, ShanghaiTime.Zone).Hour;
}
