namespace PosCases.Web.Design;

/// <summary>What kind of private value it is; each has its own visible part.</summary>
public enum MaskKind
{
    /// <summary>Payment card: first six and last four digits.</summary>
    Card,

    /// <summary>Telephone: first three and last four digits.</summary>
    Phone,

    /// <summary>Identity number: first three and last four characters.</summary>
    IdNumber,

    /// <summary>Bank or settlement account: last four digits, its length is not told.</summary>
    Account,

    /// <summary>A person's name: the first character, or the first letter of each word.</summary>
    Name,

    /// <summary>Mail address: first character and the domain.</summary>
    Email,
}

/// <summary>Hides the middle of private values. Masking what is masked changes nothing.</summary>
public static class Masking
{
    /// <returns>The masked value; empty for null or blank.</returns>
    public static string Mask(string? value, MaskKind kind)
    {
        string trimmed = value?.Trim() ?? "";
        return trimmed.Length == 0 ? "" : kind switch
        {
            MaskKind.Card => Middle(Compact(trimmed), 6, 4),
            MaskKind.Phone => Middle(WithoutCountry(Compact(trimmed)), 3, 4),
            MaskKind.IdNumber => Middle(Compact(trimmed), 3, 4),
            MaskKind.Account => LastFour(Compact(trimmed)),
            MaskKind.Name => Name(trimmed),
            MaskKind.Email => Email(trimmed),
        };
    }

    static string Compact(string value) => string.Concat(value.Where(c => char.IsLetterOrDigit(c) || c == '*'));

    static string WithoutCountry(string phone) =>
        phone.Length == 13 && phone.StartsWith("86", StringComparison.Ordinal) ? phone[2..] : phone;

    // Too short to hide at least as much as four characters: only the last two are shown, of tiny ones none.
    static string Middle(string value, int first, int last) =>
        value.Length >= first + last + 4 || (value.Length > first + last && value.Contains('*', StringComparison.Ordinal))
            ? $"{value[..first]}{new string('*', value.Length - first - last)}{value[^last..]}"
            : $"{new string('*', Math.Max(value.Length - 2, 4))}{(value.Length > 5 ? value[^2..] : "")}";

    static string LastFour(string value) => value.Length >= 8 ? $"****{value[^4..]}" : "****";

    static string Name(string value) =>
        value.Contains(' ', StringComparison.Ordinal)
            ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{FirstOf(word)}*"))
            : $"{FirstOf(value)}{new string('*', Math.Clamp(value.EnumerateRunes().Count() - 1, 1, 3))}";

    static string FirstOf(string word) => word.EnumerateRunes().First().ToString();

    static string Email(string value)
    {
        int at = value.LastIndexOf('@');
        return at > 0 ? $"{FirstOf(value)}***{value[at..]}" : "***";
    }
}
