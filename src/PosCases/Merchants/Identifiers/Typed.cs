using System.Text;

namespace PosCases.Merchants.Identifiers;

/// <summary>Puts what people typed or pasted into one form before it is checked.</summary>
internal static class Typed
{
    /// <summary>Half-width, without blanks.</summary>
    public static string Compact(string typed) =>
        string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The same, in upper case.</summary>
    public static string Upper(string typed) => Compact(typed).ToUpperInvariant();

    /// <summary>Trimmed; nothing when blank.</summary>
    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : BankCardNumber.Hide(typed.Trim());
}
