using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Merchant number, ISO 8583 field 42: fifteen letters or digits by convention (institution, area, MCC, sequence), but CPCA only
/// says "32 at most, not checked".
/// </summary>
public static partial class MerchantNumber
{
    /// <summary>The most characters a number may have.</summary>
    public const int MaxLength = 32;

    /// <summary>Fits, is odd as <c>.Shape</c>, or is refused as <c>.TooLong</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = Typed.Compact(typed);
        return number switch
        {
            { Length: > MaxLength } => IdentifierCheck.Refuse(number, "MerchantNumber.TooLong"),
            _ when Shape().IsMatch(number) => IdentifierCheck.Fits(number),
            _ => IdentifierCheck.Odd(number, "MerchantNumber.Shape"),
        };
    }

    /// <summary>The MCC that a conventional number carries in positions 8 to 11; a hint, never a fact.</summary>
    public static string? MccHint(string typed)
    {
        var check = Check(typed);
        return check.Verdict == IdentifierVerdict.Fits && Mcc.Check(check.Value[7..11]) is { Verdict: IdentifierVerdict.Fits } hint
            ? hint.Value
            : null;
    }

    [GeneratedRegex("^[0-9A-Za-z]{15}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
