using System.Text.Json;
using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Finds in free text what must never be stored, not even masked: card verification codes, PINs, passwords, codes from text messages, and what stands
/// on a card's magnetic stripe (PCI DSS 3.3; the source documents say the same of passwords and codes). The words stand in card-secrets.json.
/// </summary>
public static partial class CardSecrets
{
    private static readonly Regex Code = Read();

    /// <summary>Whether the text holds one, with its digits. Talking of one without digits is no harm.</summary>
    public static bool IsIn(string text) => Code.IsMatch(text) || Track().IsMatch(text);

    // The word, at most a small word between, and digits as long as such codes are; what is counted in days or yuan is no code.
    private static Regex Read()
    {
        using var file = typeof(CardSecrets).Assembly.GetManifestResourceStream("PosCases.Merchants.Identifiers.card-secrets.json")!;
        var words = JsonSerializer.Deserialize<Words>(file, JsonSerializerOptions.Web)!;
        var gap = $@"[\s{words.Quotes}]*";
        return new Regex(
            $"({string.Join('|', words.All)}){gap}({string.Join('|', words.Between)})?{gap}(?<![0-9])[0-9]{{3,8}}(?![0-9])(?!\\s*({string.Join('|', words.Quantities)}))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }

    // Track 1 begins %B and has the name behind a caret; track 2 has a separator and the date.
    [GeneratedRegex(@"%?B[0-9]{13,19}\^|;?[0-9]{13,19}[=D][0-9]{4,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Track();

    private sealed record Words(
        [property: System.Text.Json.Serialization.JsonPropertyName("words")] IReadOnlyList<string> All,
        IReadOnlyList<string> Between,
        string Quotes,
        IReadOnlyList<string> Quantities);
}
