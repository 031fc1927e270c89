using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PosCases.Merchants.Identifiers;

namespace PosCases.Web.Cases;

/// <summary>Makes a label of the name that a sender's device gave to a file. It is never used as a path.</summary>
public static partial class EvidenceLabel
{
    private const string Nameless = "file";

    /// <summary>
    /// Without folders, control and direction characters; a full card number keeps its first six and last four digits; shortened in the
    /// middle so that the ending stays.
    /// </summary>
    /// <param name="name">As it was sent; may be missing.</param>
    /// <param name="longest">Most characters.</param>
    public static string Clean(string? name, int longest)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var plain = string.Concat(last.EnumerateRunes().Where(IsPlain)).Trim(' ', '.');
        var safe = Digits().Replace(plain, found => Hide(found.Value));
        return safe.Length == 0 ? Nameless : Shorten(safe, longest);
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned) && rune.Value is not ('"' or '<' or '>' or '|');

    private static string Hide(string digits) =>
        BankCardNumber.Check(digits).Verdict == IdentifierVerdict.Fits ? BankCardNumber.Mask(digits) : digits;

    private static string Shorten(string name, int longest)
    {
        if (name.Length <= longest)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        var start = name[..(longest - ending.Length)];
        return (char.IsHighSurrogate(start[^1]) ? start[..^1] : start) + ending;
    }

    [GeneratedRegex("[0-9]{4}(?:[ -]?[0-9]){9,15}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
