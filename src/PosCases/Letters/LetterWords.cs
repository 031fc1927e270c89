using System.Globalization;
using System.Text.RegularExpressions;
using PosCases.Platform;

namespace PosCases.Letters;

/// <summary>The words with which a letter is filled and printed; data, because code holds no Chinese.</summary>
internal sealed record LetterWords
{
    public required IReadOnlyDictionary<string, Bilingual> Words { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> Labels { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> Measures { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> Imposers { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> Abilities { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> Papers { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<Column>> Heads { get; init; }

    public required IReadOnlyList<string> LegalRep { get; init; }

    public required IReadOnlyDictionary<string, Bilingual> MerchantKinds { get; init; }

    /// <summary>A column of a table.</summary>
    public sealed record Column(string Zh, string En, int Share, bool Numeric);

    /// <summary>A phrase in the language of the letter.</summary>
    public string Say(string key, LetterLanguage language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Words[key].In(language), values);

    /// <summary>A day in the language of the letter.</summary>
    public string Day(DateOnly day, LetterLanguage language) => day.ToString(Words["dates"].In(language), CultureInfo.InvariantCulture);

    /// <summary>An amount in yuan.</summary>
    public static string Money(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"\u00a5{amount:#,##0.00}");

    /// <summary>The mark that stands where something is missing.</summary>
    public string Mark(LetterField field, LetterLanguage language) => Say("missing", language, field.Label.In(language));

    /// <summary>Finds such marks in either language; group <c>label</c> is what is missing.</summary>
    public Regex Marks => marks ??= new Regex(
        string.Join('|', ((string[])[Words["missing"].Zh, Words["missing"].En]).Select(m => Regex.Escape(m).Replace(@"\{0}", @"(?<label>[^\u3011\]\n]{1,60})", StringComparison.Ordinal))),
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private Regex? marks;
}

/// <summary>In which language a letter is written.</summary>
public enum LetterLanguage
{
    /// <summary>中文.</summary>
    Chinese,

    /// <summary>英文.</summary>
    English,
}

internal static class BilingualReading
{
    public static string In(this Bilingual text, LetterLanguage language) => language == LetterLanguage.English ? text.En : text.Zh;

    public static IReadOnlyList<string> In(this BilingualLines lines, LetterLanguage language) => language == LetterLanguage.English ? lines.En : lines.Zh;
}
