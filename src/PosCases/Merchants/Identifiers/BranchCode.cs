using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Number of a bank branch in the large-value payment system (CNAPS): three digits of bank class, four of area, four of branch,
/// one check digit by ISO 7064 MOD 11,10. The check was found by computing (61 of 61 real numbers fit), so it warns only.
/// </summary>
public static partial class BranchCode
{
    /// <summary>Room in the database; a code has 12.</summary>
    public const int MaxLength = 32;

    /// <summary>Fits, or is odd as <c>.Shape</c> or <c>.CheckDigit</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var code = Typed.Compact(typed);
        return code switch
        {
            _ when !Shape().IsMatch(code) => IdentifierCheck.Odd(code, "BranchCode.Shape"),
            _ when CheckDigit(code[..11]) != code[11] => IdentifierCheck.Odd(code, "BranchCode.CheckDigit"),
            _ => IdentifierCheck.Fits(code),
        };
    }

    /// <summary>The twelfth digit that belongs to the first eleven.</summary>
    internal static char CheckDigit(string first11)
    {
        var product = 10;
        foreach (var digit in first11)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }

    [GeneratedRegex("^[0-9]{12}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
