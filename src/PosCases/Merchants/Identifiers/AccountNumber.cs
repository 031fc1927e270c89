namespace PosCases.Merchants.Identifiers;

/// <summary>Number of a bank account: digits, 32 at most (CPCA). Only its last four digits are ever stored.</summary>
public static class AccountNumber
{
    /// <summary>The most digits a number may have.</summary>
    public const int MaxLength = 32;

    /// <summary>How many digits are kept.</summary>
    public const int KeptDigits = 4;

    /// <summary>Fits, or is refused as <c>.Shape</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = Typed.Compact(typed);
        return number.Length is > 0 and <= MaxLength && number.All(char.IsAsciiDigit)
            ? IdentifierCheck.Fits(number)
            : IdentifierCheck.Refuse(number, "AccountNumber.Shape");
    }

    /// <summary>Checks the part that is kept: exactly the last four digits, so that nobody types a full number. Refused as <c>.LastFour</c>.</summary>
    public static IdentifierCheck CheckLastFour(string typed)
    {
        var digits = Typed.Compact(typed);
        return digits.Length == KeptDigits && digits.All(char.IsAsciiDigit)
            ? IdentifierCheck.Fits(digits)
            : IdentifierCheck.Refuse(digits, "AccountNumber.LastFour");
    }
}
