using System.Collections.Frozen;
using PosCases.Cases.Measures;

namespace PosCases.Cases.Legality;

/// <summary>A point of the list of risks.</summary>
/// <param name="Code">Number in the source documents, R01 to R16.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Check">The question; yes means in order.</param>
/// <param name="FollowUp">What to do when it is not.</param>
public sealed record RiskPoint(string Code, Wording Title, Wording Check, Wording FollowUp);

/// <summary>The sixteen risks of the source documents (R01–R16), each with a question and the follow-up that it suggests.</summary>
public static class RiskChecklist
{
    private static readonly FrozenDictionary<string, RiskPoint> Points =
        LegalityData.Read<RiskPoint>("risks.json").ToFrozenDictionary(p => p.Code, StringComparer.Ordinal);

    /// <summary>The points in order.</summary>
    public static IReadOnlyList<RiskPoint> All { get; } = [.. Points.Values.OrderBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>Whether the list has the code.</summary>
    public static bool Has(string code) => Points.ContainsKey(code);

    /// <summary>One point.</summary>
    public static RiskPoint Of(string code) => Points[code];
}
