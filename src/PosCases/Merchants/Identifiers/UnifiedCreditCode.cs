using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Unified social credit code, GB 32100-2015 with amendment 1-2016. Warns and never blocks: at least one code in use is reported
/// not to fit its own check digit, and the fifteen digits of an old registration number are still accepted by CPCA's formats.
/// </summary>
public static partial class UnifiedCreditCode
{
    /// <summary>Room in the database; a code has 18.</summary>
    public const int MaxLength = 32;

    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Registering authority and category of the body, e.g. 91 company, 92 individual business, 93 farmers' cooperative.
    private static readonly FrozenSet<string> Categories = new[]
    {
        "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "59", "61", "62", "69",
        "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1",
    }.ToFrozenSet();

    /// <summary>Fits, or is odd as <c>.Shape</c>, <c>.Category</c> or <c>.CheckDigit</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var code = Typed.Upper(typed);
        return code switch
        {
            _ when OldNumber().IsMatch(code) => IdentifierCheck.Fits(code),
            _ when !Shape().IsMatch(code) => IdentifierCheck.Odd(code, "UnifiedCreditCode.Shape"),
            _ when !Categories.Contains(code[..2]) => IdentifierCheck.Odd(code, "UnifiedCreditCode.Category"),
            _ when CheckCharacter(code[..17]) != code[17] => IdentifierCheck.Odd(code, "UnifiedCreditCode.CheckDigit"),
            _ => IdentifierCheck.Fits(code),
        };
    }

    /// <summary>The eighteenth character that belongs to the first seventeen: weights 3^i mod 31.</summary>
    internal static char CheckCharacter(string first17)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in first17)
        {
            sum += Characters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Characters[(31 - (sum % 31)) % 31];
    }

    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("^[0-9]{15}$", RegexOptions.None, 1000)]
    private static partial Regex OldNumber();
}
