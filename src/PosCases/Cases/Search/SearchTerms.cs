using System.Globalization;
using System.Text;

namespace PosCases.Cases.Search;

/// <summary>What somebody looks for: words that must all be found. Letters are compared without case and width.</summary>
public sealed record SearchTerms
{
    /// <summary>Fewest characters of a word.</summary>
    public const int Shortest = 2;

    /// <summary>Most words; what follows is left out.</summary>
    public const int Most = 8;

    /// <summary>Stands behind two characters that are found as a word of their own, and nowhere in what people write.</summary>
    private const char Mark = '\u001f';

    private SearchTerms(IReadOnlyList<string> words, bool isCut) => (Words, IsCut) = (words, isCut);

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether a single character or a ninth word was left out.</summary>
    public bool IsCut { get; }

    /// <summary>Reads what was typed; none when nothing of it can be looked for.</summary>
    public static SearchTerms? Parse(string? typed)
    {
        var all = Normal(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var words = all.Where(w => LengthOf(w) >= Shortest).Take(Most).ToList();
        return words.Count == 0 ? null : new SearchTerms(words, words.Count < all.Count);
    }

    /// <summary>Unicode's form KC without control characters but line breaks.</summary>
    public static string Normal(string text) => string.Concat(
        (text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC)).Where(c => c == '\n' || !char.IsControl(c)));

    /// <summary>Whether every word stands in the text.</summary>
    public bool Match(string text) => Words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// As an index of three-character sequences is asked (SQLite FTS5, tokenizer trigram). Two characters are looked up with the mark that
    /// <see cref="ToTrigramText"/> put behind them.
    /// </summary>
    internal string ToTrigramQuery() => string.Join(
        " AND ", Words.Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}{(LengthOf(w) == Shortest ? $"{Mark}" : "")}\""));

    /// <summary>As SQL Server's CONTAINS is asked: words that begin so.</summary>
    internal string ToContains() => string.Join(" AND ", Words.Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}*\""));

    /// <summary>
    /// What an index of three-character sequences is given: the text, and behind it every pair of neighbouring characters with a mark, because
    /// two characters are a whole word in Chinese. Of Latin letters and digits only words of exactly two.
    /// </summary>
    internal static string ToTrigramText(string text)
    {
        var pairs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var runes = text.EnumerateRunes().ToArray();
        for (var at = 0; at + 1 < runes.Length; at++)
        {
            var (one, two) = (runes[at], runes[at + 1]);
            if (IsSpace(one) || IsSpace(two))
            {
                continue;
            }

            if (!one.IsAscii || !two.IsAscii || (IsEdge(runes, at - 1) && IsEdge(runes, at + 2)))
            {
                pairs.Add($"{one}{two}");
            }
        }

        return pairs.Count == 0 ? text : $"{text}{Mark}{string.Join(Mark, pairs)}{Mark}";
    }

    private static bool IsEdge(Rune[] runes, int at) => at < 0 || at >= runes.Length || !Rune.IsLetterOrDigit(runes[at]);

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    private static int LengthOf(string word) => word.EnumerateRunes().Count();
}
