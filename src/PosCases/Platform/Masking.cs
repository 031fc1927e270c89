using System.Diagnostics.CodeAnalysis;

namespace PosCases.Platform;

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

    /// <summary>A person's name: the first character and one star, however long it is.</summary>
    Name,

    /// <summary>Mail address: first character and the domain.</summary>
    Email,
}

/// <summary>
/// Hides the middle of private values, for screens and for the change log, which is kept for good. The only place where it is decided
/// how much of a value may be seen. Masking what is masked changes nothing.
/// </summary>
public static class Masking
{
    /// <returns>The masked value; none for none, empty for blank.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Mask(string? value, MaskKind kind)
    {
        if (value is null)
        {
            return null;
        }

        var trimmed = value.Trim();
        return trimmed.Length == 0 ? "" : kind switch
        {
            MaskKind.Card => Middle(Compact(trimmed), 6, 4),
            MaskKind.Phone => Middle(WithoutCountry(Compact(trimmed)), 3, 4),
            MaskKind.IdNumber => Middle(Compact(trimmed), 3, 4),
            MaskKind.Account => LastFour(Compact(trimmed)),
            MaskKind.Name => $"{FirstOf(trimmed)}*",
            MaskKind.Email => Email(trimmed),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static string Compact(string value) => string.Concat(value.Where(c => char.IsLetterOrDigit(c) || c == '*'));

    private static string WithoutCountry(string phone) =>
        phone.Length == 13 && phone.StartsWith("86", StringComparison.Ordinal) ? phone[2..] : phone;

    // Too short to hide at least as much as four characters: only the last two are shown, of tiny ones none.
    private static string Middle(string value, int first, int last) =>
        value.Length >= first + last + 4 || (value.Length > first + last && value.Contains('*', StringComparison.Ordinal))
            ? $"{value[..first]}{new string('*', value.Length - first - last)}{value[^last..]}"
            : $"{new string('*', Math.Max(value.Length - 2, 4))}{(value.Length > 5 ? value[^2..] : "")}";

    private static string LastFour(string value) => value.Length >= 8 ? $"****{value[^4..]}" : "****";

    private static string FirstOf(string word) => word.EnumerateRunes().First().ToString();

    private static string Email(string value)
    {
        var at = value.LastIndexOf('@');
        return at > 0 ? $"{FirstOf(value)}***{value[at..]}" : "***";
    }
}
