using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Calendar;

namespace PosCases.Cases.Deadlines;

/// <summary>How sure the source of a deadline is.</summary>
public enum DeadlineSource
{
    /// <summary>V: the text of the rule was read.</summary>
    RuleText,

    /// <summary>V-: the text was read in somebody else's conversion.</summary>
    ConvertedText,

    /// <summary>S: secondary sources only; said with "usually".</summary>
    Secondary,

    /// <summary>A notice or letter in the case itself says so.</summary>
    Document,
}

/// <summary>Who must act before a deadline ends.</summary>
public enum Duty
{
    /// <summary>The merchant, or we for him.</summary>
    Ours,

    /// <summary>The body on the other side.</summary>
    Theirs,
}

/// <summary>A text in both languages.</summary>
public sealed record TwoTexts(string Zh, string En);

/// <summary>A deadline that the law or a rule states: for information, not advice.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Duty">Who must act.</param>
/// <param name="Term">How long.</param>
/// <param name="Rollover">What happens when its last day is not worked.</param>
/// <param name="Title">What it is.</param>
/// <param name="Starts">What it runs from.</param>
/// <param name="Basis">What the rule says, in our words.</param>
/// <param name="Source">The rule.</param>
/// <param name="Label">How sure it is.</param>
public sealed record LegalRule(
    string Code, Duty Duty, Term Term, Rollover Rollover, TwoTexts Title, TwoTexts Starts, TwoTexts Basis, TwoTexts Source, DeadlineSource Label)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<IReadOnlyList<LegalRule>> Library = new(Read);

    /// <summary>The rules that the product knows; nothing that was not verified is among them.</summary>
    public static IReadOnlyList<LegalRule> All => Library.Value;

    /// <summary>The rule of that code, or none.</summary>
    public static LegalRule? Find(string? code) => All.FirstOrDefault(r => r.Code == code);

    private static List<LegalRule> Read()
    {
        using var file = typeof(LegalRule).Assembly.GetManifestResourceStream("PosCases.Cases.Deadlines.Library.rules.json")!;
        return JsonSerializer.Deserialize<List<LegalRule>>(file, Format)!;
    }
}
