using System.Text.RegularExpressions;
using PosCases.Merchants.Identifiers;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Keeps card numbers and secrets out of whatever is stored of a row.</summary>
internal static partial class Sensitive
{
    /// <summary>Longest cell that is kept, in characters.</summary>
    public const int LongestCell = 200;

    /// <summary>The cells as they may be kept.</summary>
    /// <param name="cells">As they stand in the file.</param>
    /// <param name="columns">What they hold.</param>
    /// <returns>The cells, how many card numbers were masked and how many secrets thrown away.</returns>
    public static (IReadOnlyList<string> Cells, int Cards, int Secrets) Hide(IReadOnlyList<string> cells, IReadOnlyList<TransactionField> columns)
    {
        var (safe, cards, secrets) = (new string[cells.Count], 0, 0);
        for (var i = 0; i < cells.Count; i++)
        {
            var field = i < columns.Count ? columns[i] : TransactionField.Ignored;
            var (text, hid, dropped) = HideCell(cells[i], field);
            safe[i] = text.Length > LongestCell ? text[..LongestCell] : text;
            cards += hid;
            secrets += dropped;
        }

        return (safe, cards, secrets);
    }

    /// <summary>A card number with its first six and last four digits; one that the export masked already keeps no more of it.</summary>
    /// <returns>The masked number, or none when there is none, and whether it was whole.</returns>
    public static (string? Card, bool WasWhole) Card(string text)
    {
        var compact = Gaps().Replace(text, "");
        if (compact.Length == 0 || Power().IsMatch(compact))
        {
            // A workbook that took the number for a quantity has lost its digits.
            return (null, false);
        }

        if (compact.All(char.IsAsciiDigit))
        {
            return compact.Length >= 13 ? (BankCardNumber.Mask(compact[..Math.Min(compact.Length, 19)]), true)
                : compact.Length >= 4 ? ($"****{compact[^4..]}", compact.Length > 10)
                : (null, false);
        }

        return Masked().Match(compact) is { Success: true } masked
            ? ($"{Start(masked.Groups["first"].Value)}******{End(masked.Groups["last"].Value)}", masked.Groups["first"].Length > 6 || masked.Groups["last"].Length > 4)
            : (null, false);
    }

    private static (string Text, int Cards, int Secrets) HideCell(string cell, TransactionField field)
    {
        if (cell.Length == 0)
        {
            return (cell, 0, 0);
        }

        if (field == TransactionField.Secret)
        {
            return ("", 0, 1);
        }

        if (Track().IsMatch(cell))
        {
            return ("", 0, 1);
        }

        if (field == TransactionField.Card)
        {
            var (card, whole) = Card(cell);
            return (card ?? "", whole ? 1 : 0, 0);
        }

        var hidden = BankCardNumber.Hide(cell);
        return (hidden, hidden == cell ? 0 : 1, 0);
    }

    private static string Start(string digits) => digits.Length > 6 ? digits[..6] : digits;

    private static string End(string digits) => digits.Length > 4 ? digits[^4..] : digits;

    [GeneratedRegex(@"[\s-]", RegexOptions.None, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+?\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Power();

    [GeneratedRegex(@"^(?<first>\d{0,10})[*xX\u2022\u00B7#.]+(?<last>\d{2,6})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Masked();

    // Track 1 begins with %B and a number, track 2 has an equals sign or a D behind it and then the expiry.
    [GeneratedRegex(@"%?[Bb]\d{13,19}\^|;?\d{13,19}[=D]\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex Track();
}
