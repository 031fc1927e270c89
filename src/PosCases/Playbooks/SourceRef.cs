using System.Text.RegularExpressions;
using PosCases.Cases.Plan;
using PosCases.Rules;

namespace PosCases.Playbooks;

/// <summary>What a step's source is.</summary>
public enum SourceKind
{
    /// <summary>An item of the documents that the product follows.</summary>
    Item,

    /// <summary>A rule of the rule library.</summary>
    Rule,

    /// <summary>A rule in words, in versions from before the rule library.</summary>
    Words,
}

/// <summary>Where a step comes from.</summary>
/// <param name="Code">Item id (S03), code of a rule (ATFL-32), or words.</param>
/// <param name="Kind">Which.</param>
/// <param name="Label">How sure a rule is; items of the documents have no label.</param>
public sealed partial record SourceRef(string Code, SourceKind Kind, SourceLabel? Label)
{
    /// <summary>Reads a source.</summary>
    public static SourceRef Of(string source) =>
        LabelOf(source) is { } label ? new(source, SourceKind.Rule, label)
        : Item().IsMatch(source) ? new(source, SourceKind.Item, null)
        : new(source, SourceKind.Words, null);

    /// <summary>How sure the rule of that code is; none when the rule library has no such code.</summary>
    public static SourceLabel? LabelOf(string code) => RuleLibrary.Find(code) is { } card ? LabelOf(card.Label) : null;

    private static SourceLabel LabelOf(RuleLabel label) => label switch
    {
        RuleLabel.RuleText => SourceLabel.V,
        RuleLabel.ConvertedText => SourceLabel.VMinus,
        RuleLabel.Secondary => SourceLabel.S,
    };

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
