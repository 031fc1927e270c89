using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Impact;
using PosCases.Web.Design;

namespace PosCases.Web.Cases.Impact;

/// <summary>Writes a line of the method as a sentence.</summary>
internal static class MethodText
{
    /// <summary>The sentence.</summary>
    public static string Of(MethodLine line, IStringLocalizer<CaseText> text, IStringLocalizer<DesignText> time, DateTimeOffset now) =>
        string.Format(
            CultureInfo.CurrentCulture,
            text[$"{nameof(MethodStep)}.{line.Step}"],
            [.. line.Values.Select(value => value switch
            {
                decimal yuan => MoneyText.Format(yuan),
                Percent share => share.Value.ToString("0.##", CultureInfo.InvariantCulture) + "%",
                DateOnly day => new WhenText(time).Day(day, now, WhenStyle.Date),
                _ => (object)value,
            })]);
}
