using PosCases.Letters;

namespace PosCases.Web.Desk.Letters;

/// <summary>Addresses of letters.</summary>
public static class LetterLinks
{
    /// <summary>The letter in its editor.</summary>
    public static string Of(LetterId id) => $"/desk/letters/{id.Value}";

    /// <summary>A copy of it.</summary>
    /// <param name="id">The letter.</param>
    /// <param name="format">As what.</param>
    /// <param name="version">Which version; the final one, or else the newest saved one, where none is named.</param>
    public static string Of(LetterId id, LetterFormat format, int? version = null) =>
        $"/letters/{id.Value}/{NameOf(format)}{(version is { } number ? $"?version={number}" : "")}";

    /// <summary>How addresses name a format.</summary>
    public static string NameOf(LetterFormat format) => format switch
    {
        LetterFormat.Docx => "docx",
        LetterFormat.Pdf => "pdf",
        LetterFormat.Page => "print",
    };
}
