using PosCases.Cases.Search;

namespace PosCases.Cases.Links;

/// <summary>Compares what notices say, letter by letter; digits are left out, because amounts and dates differ between notices that are the same.</summary>
public static class Wordings
{
    /// <summary>From which share of common sequences two wordings count as the same.</summary>
    public const double Same = 0.5;

    private const int Length = 3;
    private const int ShortestPhrase = 5;
    private const int LongestPhrase = 24;

    /// <summary>The sequences of three letters of a text, without case, width, digits, marks and spaces.</summary>
    public static IReadOnlySet<string> PartsOf(string? text)
    {
        var letters = string.Concat(SearchTerms.Normal(text ?? "").Where(char.IsLetter)).ToUpperInvariant();
        return Enumerable.Range(0, Math.Max(0, letters.Length - Length + 1)).Select(at => letters.Substring(at, Length)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How much two texts have in common, from 0 to 1: the share of all their sequences that both have.</summary>
    public static double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        if (one.Count < ShortestPhrase || other.Count < ShortestPhrase)
        {
            return 0;
        }

        var both = one.Count <= other.Count ? one.Count(other.Contains) : other.Count(one.Contains);
        return both / (double)(one.Count + other.Count - both);
    }

    /// <summary>The longest pieces of a text without a mark or digit in them, to look for in the search index; few, because each is a question to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most pieces.</param>
    public static IReadOnlyList<string> PhrasesOf(string? text, int most) =>
    [
        .. Pieces(SearchTerms.Normal(text ?? "")).Where(p => p.Length >= ShortestPhrase).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).Take(most)
            .Select(p => p.Length <= LongestPhrase ? p : p[..LongestPhrase]),
    ];

    // Words of Latin letters are words of their own to the index; Chinese runs on until a mark.
    private static IEnumerable<string> Pieces(string text)
    {
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetter(text[at]))
            {
                continue;
            }

            if (at > from)
            {
                yield return text[from..at];
            }

            from = at + 1;
        }
    }
}
