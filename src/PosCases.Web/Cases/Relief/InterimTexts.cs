using System.Globalization;
using PosCases.Cases.Relief;

namespace PosCases.Web.Cases.Relief;

/// <summary>Chooses the reader's language of the catalogue.</summary>
internal static class InterimTexts
{
    /// <summary>The text in the reader's language.</summary>
    public static string Read(this InterimText text) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? text.Zh : text.En;
}
