using System.Globalization;
using System.Text.RegularExpressions;

namespace PosCases.Merchants.Identifiers;

/// <summary>Number of a mainland resident's identity card, GB 11643-1999 (ISO 7064 MOD 11-2). For this kind of document only.</summary>
public static partial class CitizenId
{
    private const string CheckCharacters = "10X98765432";

    /// <summary>Fits, or is refused as <c>.Shape</c>, <c>.BirthDate</c> or <c>.CheckDigit</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var id = Typed.Upper(typed);
        return id switch
        {
            _ when !Shape().IsMatch(id) => IdentifierCheck.Refuse(id, "CitizenId.Shape"),
            _ when !HasBirthDate(id) => IdentifierCheck.Refuse(id, "CitizenId.BirthDate"),
            _ when CheckCharacter(id[..17]) != id[17] => IdentifierCheck.Refuse(id, "CitizenId.CheckDigit"),
            _ => IdentifierCheck.Fits(id),
        };
    }

    /// <summary>The eighteenth character that belongs to the first seventeen: weights 2^(17-i) mod 11.</summary>
    internal static char CheckCharacter(string first17)
    {
        var sum = 0;
        foreach (var digit in first17)
        {
            sum = ((sum + digit - '0') * 2) % 11;
        }

        return CheckCharacters[sum];
    }

    private static bool HasBirthDate(string id) =>
        DateOnly.TryParseExact(id.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year >= 1800;

    [GeneratedRegex("^[1-9][0-9]{16}[0-9X]$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
