using System.Text.RegularExpressions;

namespace PosCases.UnitTests.Ethics;

/// <summary>
/// Finds advice that would help to slip past risk control, to make papers up or to deny what is true. A phrase that its own clause
/// forbids ("do not borrow anybody's terminal") is no advice.
/// </summary>
internal static partial class EthicsGuard
{
    // Han characters stand in data only; the phrases are data of this guard and kept in its own file.
    private static readonly IReadOnlyList<string> Phrases =
        [.. File.ReadAllLines(Path.Combine(Architecture.Repository.Root, "tests/PosCases.UnitTests/Ethics/coaching.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    private static readonly string[] Negations =
    [
        "\u4e0d", "\u52ff", "\u522b", "\u7981\u6b62", "\u672a", "\u6ca1", "not ", "n't", "never", "nobody", "no ", "nothing", "without", "nor ", "none",
    ];

    /// <summary>The coaching phrases in a text.</summary>
    public static IReadOnlyList<string> Find(string text) =>
    [
        .. from clause in Clause().Split(text)
           from phrase in Phrases
           let at = clause.IndexOf(phrase, StringComparison.OrdinalIgnoreCase)
           where at >= 0 && !Negations.Any(n => clause[..at].Contains(n, StringComparison.OrdinalIgnoreCase))
           select phrase,
    ];

    [GeneratedRegex(@"[\u3002\uff1b\uff01\uff1f.;!?\n""\u201c\u201d]", RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
