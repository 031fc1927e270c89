using PosCases.Cases.Causes;

namespace PosCases.Cases.Verification;

/// <summary>The codes of the taxonomy of causes.</summary>
public static class CauseCode
{
    /// <summary>Nobody gave a reason.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>Every code with its entry, in the order in which lists show them.</summary>
    public static IReadOnlyDictionary<string, CauseEntry> All { get; } =
        new OrderedDictionary<string, CauseEntry>(CauseLibrary.Causes.Select(c => KeyValuePair.Create(c.Code, c)), StringComparer.Ordinal);

    /// <summary>Whether the taxonomy has the code.</summary>
    public static bool Exists(string code) => CauseLibrary.Find(code) is not null;
}
