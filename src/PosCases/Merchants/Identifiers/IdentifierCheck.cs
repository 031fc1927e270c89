namespace PosCases.Merchants.Identifiers;

/// <summary>How an identifier was found.</summary>
public enum IdentifierVerdict
{
    /// <summary>It fits its rule.</summary>
    Fits,

    /// <summary>Odd, but real ones like it exist: it may be kept, with a reason.</summary>
    Odd,

    /// <summary>It cannot be what it claims to be.</summary>
    Refused,
}

/// <summary>What the check of an identifier found.</summary>
/// <param name="Value">The identifier as it is to be stored: trimmed, without blanks, in upper case where its rule says so.</param>
/// <param name="Verdict">Whether it fits.</param>
/// <param name="Code">Stable code of the warning or the refusal, e.g. <c>UnifiedCreditCode.CheckDigit</c>; none when it fits.</param>
public sealed record IdentifierCheck(string Value, IdentifierVerdict Verdict, string? Code)
{
    /// <summary>It fits its rule.</summary>
    internal static IdentifierCheck Fits(string value) => new(value, IdentifierVerdict.Fits, null);

    /// <summary>Odd: a warning.</summary>
    internal static IdentifierCheck Odd(string value, string code) => new(value, IdentifierVerdict.Odd, code);

    /// <summary>Impossible: an error.</summary>
    internal static IdentifierCheck Refuse(string value, string code) => new(value, IdentifierVerdict.Refused, code);
}
