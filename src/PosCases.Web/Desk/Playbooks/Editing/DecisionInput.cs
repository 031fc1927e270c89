using PosCases.Cases.Plan;

namespace PosCases.Web.Desk.Playbooks.Editing;

/// <summary>How long a step may take, being written.</summary>
public sealed class DeadlineInput
{
    /// <summary>How many units.</summary>
    public string? Amount { get; set; }

    /// <summary>Of what.</summary>
    public string? Unit { get; set; } = $"{DeadlineUnit.WorkingDays}";

    /// <summary>From when.</summary>
    public string? From { get; set; } = $"{DeadlineStart.StepStart}";

    /// <summary>Why so long.</summary>
    public BilingualInput Basis { get; private init; } = new();

    /// <summary>Rule code, or ours.</summary>
    public string? Source { get; set; } = StepDeadline.Ours;

    /// <summary>How sure.</summary>
    public string? Label { get; set; } = $"{SourceLabel.Ours}";

    /// <summary>Filled from a deadline.</summary>
    public static DeadlineInput Of(StepDeadline deadline) => new()
    {
        Amount = deadline.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Unit = $"{deadline.Unit}",
        From = $"{deadline.From}",
        Basis = BilingualInput.From(deadline.Basis),
        Source = deadline.Source,
        Label = $"{deadline.Label}",
    };

    /// <summary>The deadline; an amount that is no number counts as none.</summary>
    public StepDeadline ToDeadline() => new()
    {
        Amount = int.TryParse(Amount, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? amount : 0,
        Unit = Lists.Read(Unit, DeadlineUnit.WorkingDays),
        From = Lists.Read(From, DeadlineStart.StepStart),
        Basis = Basis.ToText(),
        Source = Source?.Trim() ?? "",
        Label = Lists.Read(Label, SourceLabel.Ours),
    };
}

/// <summary>A question, being written.</summary>
public sealed class DecisionInput
{
    /// <summary>The question.</summary>
    public BilingualInput Question { get; private init; } = new();

    /// <summary>Its answers.</summary>
    public IList<OptionInput> Options { get; private init; } = [new(), new()];

    /// <summary>Filled from a decision.</summary>
    public static DecisionInput From(StepDecision decision) => new()
    {
        Question = BilingualInput.From(decision.Question),
        Options = [.. decision.Options.Select(OptionInput.From)],
    };

    /// <summary>The decision.</summary>
    public StepDecision ToDecision() => new() { Question = Question.ToText(), Options = [.. Options.Select(o => o.ToOption())] };
}

/// <summary>An answer, being written.</summary>
public sealed class OptionInput
{
    private DecisionOption? before;

    /// <summary>Tells rows apart.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>Code.</summary>
    public string? Code { get; set; }

    /// <summary>The answer in words.</summary>
    public BilingualInput Label { get; private init; } = new();

    /// <summary>Codes of the steps that it opens, separated by spaces or commas.</summary>
    public string? Opens { get; set; }

    /// <summary>What is taken for true once it is answered.</summary>
    public IReadOnlyList<string> Asserts { get; set; } = [];

    /// <summary>Filled from an answer.</summary>
    public static OptionInput From(DecisionOption option) => new()
    {
        before = option,
        Code = option.Code,
        Label = BilingualInput.From(option.Label),
        Opens = Lists.Join(option.Opens),
        Asserts = [.. option.Asserts.Select(p => $"{p}")],
    };

    /// <summary>The answer; its note, which this form does not show, stays as it was.</summary>
    public DecisionOption ToOption() => new()
    {
        Code = Code?.Trim() ?? "",
        Label = Label.ToText(),
        Opens = Lists.Split(Opens),
        Asserts = Lists.ReadAll<PlanPredicate>(Asserts),
        Note = before?.Note,
    };
}

internal static class Lists
{
    private static readonly char[] Separators = [' ', ',', ';', '\n', '\uff0c', '\u3001', '\uff1b'];

    public static string Join(IEnumerable<string> codes) => string.Join(' ', codes);

    public static IReadOnlyList<string> Split(string? typed) =>
        typed?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static TEnum Read<TEnum>(string? chosen, TEnum otherwise)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(chosen, out var read) ? read : otherwise;

    public static IReadOnlyList<TEnum> ReadAll<TEnum>(IEnumerable<string> chosen)
        where TEnum : struct, Enum => [.. chosen.Select(Enum.Parse<TEnum>)];
}
