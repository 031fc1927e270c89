using System.Text.RegularExpressions;

namespace PosCases.UnitTests.Architecture;

/// <summary>What of a source file is not comment.</summary>
internal static partial class Code
{
    public static string Of(string file) => Comment().Replace(File.ReadAllText(file), "");

    // A // inside a string (an address) begins behind a colon.
    [GeneratedRegex(@"(?<!:)//.*|@\*[\s\S]*?\*@|<!--[\s\S]*?-->", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
