using System.Globalization;
using System.Text;

namespace PosCases.Web.Design;

/// <summary>Yuan as people write it, in both directions and in every culture the same.</summary>
public static class MoneyText
{
    /// <summary>¥48,200.00; a debit is written −¥48,200.00.</summary>
    public static string Format(decimal amount)
    {
        string figures = Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture);
        return amount < 0 ? $"\u2212\u00A5{figures}" : $"\u00A5{figures}";
    }

    /// <summary>Reads what was typed: 48200, 48,200.00, ¥48 200, full-width digits.</summary>
    /// <returns>False when it is no amount or has more than two decimals.</returns>
    public static bool TryParse(string? typed, out decimal amount)
    {
        string plain = (typed ?? "").Normalize(NormalizationForm.FormKC)
            .Replace("\u00A5", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount)
            && decimal.Round(amount, 2) == amount;
    }
}
