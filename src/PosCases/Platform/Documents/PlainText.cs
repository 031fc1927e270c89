namespace PosCases.Platform.Documents;

/// <summary>Words as they may stand in a file.</summary>
internal static class PlainText
{
    /// <summary>Without control characters and halves of characters, which no XML may hold; line ends are <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // Marks that turn the direction of writing could show an amount or a name other than it is.
            if ((rune.Value is '\n' or '\t' || !System.Text.Rune.IsControl(rune))
                && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
