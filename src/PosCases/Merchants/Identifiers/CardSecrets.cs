using System.Text.Json;
using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Finds in free text what must never be stored, not even masked: card verification codes, PINs, passwords, codes from text messages, and what stands
/// on a card's magnetic stripe (PCI DSS 3.3; the source documents say the same of passwords and codes). The words stand in card-secrets.json.
/// </summary>
public static partial class CardSecrets
{
    private static readonly Words Known = Read();

    private static readonly Regex Code = Before(Known.All, Known);

    private static readonly Regex CodeOfCard = Before(Known.OfCards, Known);

    /// <summary>Whether the text holds one, with its digits. Talking of one without digits is no harm.</summary>
    public static bool IsIn(string text) => Code.IsMatch(text) || Track().IsMatch(text);

    /// <summary>
    /// Whether the text of a paper holds what belongs to a card alone. Papers print check codes and one-time codes of many kinds, e.g. every invoice,
    /// so only the words for codes of cards count, and stripe data that stands for itself.
    /// </summary>
    public static bool IsOfCard(string text) => CodeOfCard.IsMatch(text) || TrackAlone().IsMatch(text);

    private static Words Read()
    {
        using var file = typeof(CardSecrets).Assembly.GetManifestResourceStream("PosCases.Merchants.Identifiers.card-secrets.json")!;
        return JsonSerializer.Deserialize<Words>(file, JsonSerializerOptions.Web)!;
    }

    // The word, at most a small word between, and digits as long as such codes are; what is counted in days or yuan is no code.
    private static Regex Before(IReadOnlyList<string> all, Words words)
    {
        var gap = $@"[\s{words.Quotes}]*";
        return new Regex(
            $"({string.Join('|', all)}){gap}({string.Join('|', words.Between)})?{gap}(?<![0-9])[0-9]{{3,8}}(?![0-9])(?!\\s*({string.Join('|', words.Quantities)}))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }

    // Track 1 begins %B and has the name behind a caret; track 2 has a separator and the date.
    [GeneratedRegex(@"%?B[0-9]{13,19}\^|;?[0-9]{13,19}[=D][0-9]{4,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Track();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(%?B[0-9]{13,19}\^|;?[0-9]{13,19}[=D][0-9]{4,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrackAlone();

    private sealed record Words(
        [property: System.Text.Json.Serialization.JsonPropertyName("words")] IReadOnlyList<string> All,
        IReadOnlyList<string> OfCards,
        IReadOnlyList<string> Between,
        string Quotes,
        IReadOnlyList<string> Quantities);
}
