using System.Globalization;

namespace PosCases.Cases.Measures;

/// <summary>A sentence of a library in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Wording(string Zh, string En)
{
    /// <summary>The sentence in the reader's language; everybody who does not read Chinese gets English.</summary>
    public string In(CultureInfo reader) => reader.TwoLetterISOLanguageName == "zh" ? Zh : En;
}
