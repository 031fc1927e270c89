using PosCases.AfterCare;

namespace PosCases.Web.AfterCare;

/// <summary>What an agent types about a measure on a plan.</summary>
/// <param name="code">Code of the measure.</param>
/// <param name="today">Today; Shanghai date.</param>
public sealed class LineInput(string code, DateOnly today)
{
    /// <summary>Code of the measure.</summary>
    public string Code { get; } = code;

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; } = today.AddDays(PreventionLibrary.Find(code)?.Days ?? CareDays.LeastDays);

    /// <summary>Who at the merchant's does it.</summary>
    public string? Person { get; set; }

    /// <summary>What the agent adds.</summary>
    public string? Words { get; set; }

    /// <summary>As the command takes it; a missing day becomes one that its rules name.</summary>
    public CareLine ToLine() => new(Code, DueOn ?? default, Trimmed(Words), Trimmed(Person));

    /// <summary>What stands on the plan already.</summary>
    internal static LineInput Of(CareTask task, DateOnly today) => new(task.Code, today) { DueOn = task.DueOn, Person = task.Person, Words = task.Words };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
