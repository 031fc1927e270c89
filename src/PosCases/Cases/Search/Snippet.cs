namespace PosCases.Cases.Search;

/// <summary>A piece of a text around what was found in it.</summary>
/// <param name="Parts">The piece, cut into what was found and what stands between; an ellipsis where the text goes on.</param>
public sealed record Snippet(IReadOnlyList<SnippetPart> Parts)
{
    private const int Before = 24;
    private const int Longest = 96;

    /// <summary>Cuts the piece out: the line with the first word that was found, shortened around it.</summary>
    public static Snippet Of(string text, SearchTerms terms)
    {
        var line = text.Split('\n').MaxBy(l => terms.Words.Count(w => l.Contains(w, StringComparison.OrdinalIgnoreCase)))!;
        var first = terms.Words.Select(w => line.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var from = line.Length <= Longest ? 0 : Whole(line, Math.Max(0, Math.Min(first - Before, line.Length - Longest)));
        var to = Whole(line, Math.Min(line.Length, from + Longest));
        return new Snippet([.. Cut(line, from, to, terms)]);
    }

    private static IEnumerable<SnippetPart> Cut(string line, int from, int to, SearchTerms terms)
    {
        if (from > 0)
        {
            yield return new SnippetPart("…", IsFound: false);
        }

        while (from < to)
        {
            var (at, length) = terms.Words
                .Select(w => (At: line.IndexOf(w, from, to - from, StringComparison.OrdinalIgnoreCase), w.Length))
                .Where(f => f.At >= 0)
                .OrderBy(f => f.At).ThenByDescending(f => f.Length)
                .FirstOrDefault((to, 0));
            if (at > from)
            {
                yield return new SnippetPart(line[from..at], IsFound: false);
            }

            if (length > 0)
            {
                yield return new SnippetPart(line.Substring(at, length), IsFound: true);
            }

            from = at + length;
        }

        if (to < line.Length)
        {
            yield return new SnippetPart("…", IsFound: false);
        }
    }

    // Never between the two halves of one character.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}

/// <summary>A part of a <see cref="Snippet"/>.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they are what was looked for.</param>
public sealed record SnippetPart(string Text, bool IsFound);
