using System.Net.Mail;

namespace PosCases.People;

/// <summary>What a person signs in with: a mail address or a mobile number of mainland China, in one form.</summary>
public readonly record struct SignInName
{
    /// <summary>Longest name.</summary>
    public const int MaxLength = 100;

    private SignInName(string value) => Value = value;

    /// <summary>Mail address in small letters, or eleven digits.</summary>
    public string Value { get; }

    /// <summary>As it is stored for comparison.</summary>
    public string Normal => Value.ToUpperInvariant();

    /// <summary>Reads what a validator has passed.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static SignInName Parse(string typed) => TryParse(typed, out var name) ? name : throw new FormatException("Not a sign-in name.");

    /// <summary>Reads what was typed: blanks, dashes and the country code +86 do not count.</summary>
    public static bool TryParse(string? typed, out SignInName name)
    {
        var text = typed?.Trim() ?? "";
        var digits = Digits(text);
        name = IsMobile(digits) ? new SignInName(digits)
            : IsMail(text) ? new SignInName(text.ToLowerInvariant())
            : default;
        return name.Value is not null;
    }

    private static string Digits(string text)
    {
        var bare = string.Concat(text.Where(c => c is not (' ' or '-')));
        return bare.StartsWith("+86", StringComparison.Ordinal) ? bare[3..] : bare;
    }

    private static bool IsMobile(string digits) =>
        digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits.All(char.IsAsciiDigit);

    private static bool IsMail(string text) =>
        text.Length <= MaxLength && MailAddress.TryCreate(text, out var mail) && mail.Address == text && mail.Host.Contains('.', StringComparison.Ordinal);
}
