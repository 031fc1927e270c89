using System.Globalization;
using PosCases.Platform;

namespace PosCases.Web.Desk.Playbooks;

internal static class Bilinguals
{
    /// <summary>The text in the reader's language.</summary>
    public static string Read(this Bilingual text) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? text.Zh : text.En;
}
