using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PosCases.Cases.Plan;

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
    /// <summary>The rules that playbooks may name, with how sure each is (domain: confidence labels).</summary>
    public static FrozenDictionary<string, SourceLabel> Rules { get; } = new (SourceLabel Label, string Codes)[]
    {
        (SourceLabel.V, "ATFL-18 ATFL-20 ATFL-31 ATFL-32 AML-30 AML-34 AML-38 AML-39 AML-43 REG768-6 REG768-20 REG768-27 REG768-30 REG768-34 REG768-35"),
        (SourceLabel.V, "MPS159-196 MPS159-240 MPS159-243 MPS159-247 CPL-117 CPL-145 SPC2021-CARD RECON2023 ALL-45"),
        (SourceLabel.V, "CIVIL-188 CIVIL-201 CIVIL-202 CIVIL-203 CIVIL-496 PIPL-28 CBL-30"),
        (SourceLabel.VMinus, "IMPL768-49 IMPL768-58 PBOC2020-5 CBIRC2020-3 PBOC2021-259 CPCA2021-161 CPCA-RISK"),
        (SourceLabel.S, "ACQ2013 MPS2024-FREEZE PBOC2016-86 PBOC2016-261 PBOC2019-85"),
    }.SelectMany(group => group.Codes.Split(' '), (group, code) => (code, group.Label)).ToFrozenDictionary(r => r.code, r => r.Label, StringComparer.Ordinal);

    /// <summary>Reads a source.</summary>
    public static SourceRef Of(string source) =>
        Rules.TryGetValue(source, out var label) ? new(source, SourceKind.Rule, label)
        : Item().IsMatch(source) ? new(source, SourceKind.Item, null)
        : new(source, SourceKind.Words, null);

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
