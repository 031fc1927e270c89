using System.Diagnostics.CodeAnalysis;

namespace PosCases.Merchants;

/// <summary>Masks personal data for the change log, which is kept for good.</summary>
internal static class PrivateText
{
    /// <summary>The first character of the name.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static string? Name(string? name) => string.IsNullOrEmpty(name) ? name : $"{name.EnumerateRunes().First()}*";

    /// <summary>The first three and the last four digits.</summary>
    [return: NotNullIfNotNull(nameof(phone))]
    public static string? Phone(string? phone) => phone switch
    {
        null => null,
        { Length: >= 11 } => $"{phone[..3]}{new string('*', phone.Length - 7)}{phone[^4..]}",
        _ => new string('*', phone.Length),
    };

    /// <summary>The first character and the domain.</summary>
    [return: NotNullIfNotNull(nameof(email))]
    public static string? Email(string? email) =>
        email is null ? null : email.LastIndexOf('@') is > 0 and var at ? $"{email[0]}***{email[at..]}" : "***";
}
