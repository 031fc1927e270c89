using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>Terminal number, ISO 8583 field 41: eight letters or digits. The rule is known from secondary sources only, so it warns.</summary>
public static partial class TerminalNumber
{
    /// <summary>Room in the database; a number has 8.</summary>
    public const int MaxLength = 32;

    /// <summary>Fits, is odd as <c>.Shape</c>, or is refused as <c>.TooLong</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = Typed.Compact(typed);
        return number switch
        {
            { Length: > MaxLength } => IdentifierCheck.Refuse(number, "TerminalNumber.TooLong"),
            _ when Shape().IsMatch(number) => IdentifierCheck.Fits(number),
            _ => IdentifierCheck.Odd(number, "TerminalNumber.Shape"),
        };
    }

    [GeneratedRegex("^[0-9A-Za-z]{8}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
