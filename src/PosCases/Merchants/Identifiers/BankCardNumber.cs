using System.Text.RegularExpressions;
using PosCases.Platform;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Number of a payment card: 13 to 19 digits, the last by Luhn. Some old cards fail it, so it warns only. Never stored in full:
/// the first six and the last four digits are the most that may be kept or shown.
/// </summary>
public static partial class BankCardNumber
{
    /// <summary>Fits, or is odd as <c>.Shape</c> or <c>.CheckDigit</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var number = Typed.Compact(typed);
        return number switch
        {
            _ when !Shape().IsMatch(number) => IdentifierCheck.Odd(number, "BankCardNumber.Shape"),
            _ when !FitsLuhn(number) => IdentifierCheck.Odd(number, "BankCardNumber.CheckDigit"),
            _ => IdentifierCheck.Fits(number),
        };
    }

    /// <summary>The digits alone, masked as every card number is.</summary>
    public static string Mask(string number) => Masking.Mask(string.Concat(number.Where(char.IsAsciiDigit)), MaskKind.Card);

    /// <summary>Free text with every number in it that looks like a payment card's masked.</summary>
    public static string Hide(string text) => InText().Replace(text, found => LooksLikeACard(found.Value) ? Mask(found.Value) : found.Value);

    /// <summary>Where numbers that look like a payment card's stand in free text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin; what stands before counts as its surroundings.</param>
    /// <returns>Begin, end and digits of each, in order.</returns>
    public static IEnumerable<(int Start, int End, string Number)> FindIn(string text, int from)
    {
        for (var found = InText().Match(text, from); found.Success; found = found.NextMatch())
        {
            if (LooksLikeACard(found.Value))
            {
                yield return (found.Index, found.Index + found.Length, string.Concat(found.Value.Where(char.IsAsciiDigit)));
            }
        }
    }

    private static bool LooksLikeACard(string found) => Check(string.Concat(found.Where(char.IsAsciiDigit))).Verdict == IdentifierVerdict.Fits;

    private static bool FitsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex("^[0-9]{13,19}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();

    // In one run or in groups of four, and starting as cards do; anything looser would hide order and trace numbers as well.
    [GeneratedRegex(@"(?<![0-9A-Za-z])[3-69][0-9]{3}(?<gap>[ -]?)[0-9]{4}\k<gap>[0-9]{4}\k<gap>[0-9]{1,4}(\k<gap>[0-9]{1,3})?(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InText();
}
