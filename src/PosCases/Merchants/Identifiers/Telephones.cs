using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>Mainland mobile number: eleven digits that start with 1 (CPCA); the second is usually 3 to 9.</summary>
public static partial class MobileNumber
{
    /// <summary>Fits, is odd as <c>.Prefix</c>, or is refused as <c>.Shape</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = WithoutCountry(Typed.Compact(typed));
        return number switch
        {
            _ when !Shape().IsMatch(number) => IdentifierCheck.Refuse(number, "MobileNumber.Shape"),
            _ when number[1] < '3' => IdentifierCheck.Odd(number, "MobileNumber.Prefix"),
            _ => IdentifierCheck.Fits(number),
        };
    }

    private static string WithoutCountry(string number) =>
        number.StartsWith("+86", StringComparison.Ordinal) ? number[3..].TrimStart('-') : number;

    [GeneratedRegex("^1[0-9]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}

/// <summary>Landline: area code, hyphen, seven or eight digits; after an area code of three digits always eight (CPCA).</summary>
public static partial class Landline
{
    /// <summary>Fits, or is refused as <c>.Shape</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = Typed.Compact(typed);
        return Shape().IsMatch(number) ? IdentifierCheck.Fits(number) : IdentifierCheck.Refuse(number, "Landline.Shape");
    }

    [GeneratedRegex("^(0[0-9]{2}-[0-9]{8}|0[0-9]{3}-[0-9]{7,8})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}

/// <summary>How to reach somebody: mobile or landline; extensions, service lines and foreign numbers exist, so the rest only warns.</summary>
public static class PhoneNumber
{
    /// <summary>Room in the database.</summary>
    public const int MaxLength = 32;

    /// <summary>Fits, is odd as <c>MobileNumber.Prefix</c> or <c>.Unusual</c>, or is refused as <c>.Digits</c> when it cannot be dialled.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var mobile = MobileNumber.Check(typed);
        var landline = Landline.Check(typed);
        return (mobile.Verdict, landline.Verdict) switch
        {
            (not IdentifierVerdict.Refused, _) => mobile,
            (_, IdentifierVerdict.Fits) => landline,
            _ when landline.Value.Count(char.IsAsciiDigit) < 3 => IdentifierCheck.Refuse(landline.Value, "PhoneNumber.Digits"),
            _ => IdentifierCheck.Odd(landline.Value, "PhoneNumber.Unusual"),
        };
    }
}
