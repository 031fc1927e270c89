using System.Reflection;
using System.Text.RegularExpressions;

namespace PosCases.Playbooks;

/// <summary>
/// Finds advice that would help to slip past risk control, to make papers up or to deny what is true. Guards the texts that the product
/// ships and the playbooks that supervisors write. A phrase that its own
/// clause forbids ("do not borrow anybody's terminal") is no advice; a comma ends a clause, so that "if you do not want to be stopped, …"
/// forbids nothing.
/// </summary>
public static partial class Coaching
{
    // Han characters stand in data only; these are the words "not", "must not", "forbidden", "never" and "none".
    private static readonly string[] Negations =
    [
        "\u4e0d", "\u52ff", "\u522b", "\u7981\u6b62", "\u672a", "\u6ca1", "not ", "n't", "never", "nobody", "no ", "nothing", "without", "nor ", "none",
    ];

    private static readonly IReadOnlyList<string> Phrases = Read();

    /// <summary>The coaching phrases in a text.</summary>
    public static IReadOnlyList<string> Find(string text) =>
    [
        .. from clause in Clause().Split(text)
           from phrase in Phrases
           let at = clause.IndexOf(phrase, StringComparison.OrdinalIgnoreCase)
           where at >= 0 && !Negations.Any(n => clause[..at].Contains(n, StringComparison.OrdinalIgnoreCase))
           select phrase,
    ];

    private static List<string> Read()
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("PosCases.Playbooks.coaching.txt")
            ?? throw new InvalidOperationException("The list of coaching phrases is not embedded."));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];
    }

    [GeneratedRegex(@"[\uff0c,\u3002\uff1b\uff01\uff1f.;!?\n""\u201c\u201d]", RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
