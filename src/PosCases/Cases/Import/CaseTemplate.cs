using System.Globalization;

namespace PosCases.Cases.Import;

/// <summary>An empty list to fill in: every column that is read, named in the reader's language, as the reading knows it.</summary>
public static class CaseTemplate
{
    /// <summary>The names of the columns, and nothing below them.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows()
    {
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh";
        yield return [.. Enum.GetValues<CaseField>().Where(f => f != CaseField.Ignored).Select(f => CaseColumnWords.NameOf(f, english))];
    }
}
