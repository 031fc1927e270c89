using System.Globalization;
using PosCases.Playbooks;

namespace PosCases.Web.Desk.Playbooks;

internal static class Bilinguals
{
    /// <summary>The text in the reader's language.</summary>
    public static string Read(this PlaybookDocument.Bilingual text) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? text.Zh : text.En;
}
