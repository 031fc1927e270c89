using System.Globalization;
using System.Net;
using System.Text;

namespace PosCases.Platform.Documents;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length; none where nothing is known.</param>
/// <param name="Text">The value in words, written at its end.</param>
/// <param name="Before">Length of the thin bar beside it: the period before.</param>
public sealed record ChartBar(string Label, decimal? Value, string Text, decimal? Before = null);

/// <summary>
/// Draws bars as SVG without any style in it, for pages and prints alike; colours come from the style sheet by class. Every bar says its value in
/// digits, so that colour alone says nothing. The table beside it holds the same numbers, so the picture is hidden from screen readers.
/// </summary>
public static class BarChart
{
    private const int Width = 640;
    private const int RowHeight = 26;
    private const int MostLabel = 14;
    private const int LetterWidth = 13;
    private const int TextWidth = 96;

    /// <summary>Draws lying bars, one below the other; for names.</summary>
    public static string Lying(IReadOnlyList<ChartBar> bars)
    {
        var most = Most(bars);
        var labels = bars.Select(b => Cut(b.Label, MostLabel)).ToList();
        var labelWidth = (int)(labels.Select(WidthOf).DefaultIfEmpty(1).Max() * LetterWidth) + 14;
        var room = Width - labelWidth - TextWidth;
        var svg = Begin((bars.Count * RowHeight) + 6);
        foreach (var (at, bar) in bars.Index())
        {
            var y = (at * RowHeight) + 3;
            Say(svg, "chart-label", labelWidth - 8, y + 14, labels[at], "end");
            if (bar.Before is { } before)
            {
                Box(svg, "chart-before", labelWidth, y + 17, Length(before, most, room), 4);
            }

            var length = Length(bar.Value ?? 0, most, room);
            Box(svg, "chart-bar", labelWidth, y + 2, length, 14);
            Say(svg, "chart-value", labelWidth + length + 6, y + 14, bar.Text, "start");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Draws standing bars, one beside the other; for days.</summary>
    public static string Standing(IReadOnlyList<ChartBar> bars)
    {
        const int Height = 200;
        const int Foot = 28;
        const int Head = 20;
        var most = Most(bars);
        var step = (double)Width / Math.Max(1, bars.Count);
        var every = (int)Math.Ceiling(bars.Count * 46.0 / Width);
        var svg = Begin(Height);
        foreach (var (at, bar) in bars.Index())
        {
            var (x, height) = (at * step, Length(bar.Value ?? 0, most, Height - Foot - Head));
            Box(svg, "chart-bar", x + (step * 0.15), Height - Foot - height, step * 0.7, height);
            if (step >= 22 && bar.Value is not (null or 0))
            {
                Say(svg, "chart-value", x + (step / 2), Height - Foot - height - 5, bar.Text, "middle");
            }

            if (at % every == 0)
            {
                Say(svg, "chart-label", x + (step / 2), Height - 10, bar.Label, "middle");
            }
        }

        Box(svg, "chart-axis", 0, Height - Foot, Width, 1);
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Begin(int height) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\">");

    private static decimal Most(IReadOnlyList<ChartBar> bars) => bars.SelectMany(b => new[] { b.Value ?? 0, b.Before ?? 0 }).DefaultIfEmpty(0).Max() is var most and > 0 ? most : 1;

    private static double Length(decimal value, decimal most, int room) => value <= 0 ? 0 : Math.Max(1, Math.Round((double)(value / most) * room, 1));

    private static void Box(StringBuilder svg, string kind, double x, double y, double width, double height) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>");

    private static void Say(StringBuilder svg, string kind, double x, double y, string text, string anchor) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(PlainText.Clean(text))}</text>");

    // Han characters are twice as wide as Latin letters.
    private static double WidthOf(string text) => text.Sum(letter => letter > 0x2e80 ? 1 : 0.56);

    private static string Cut(string text, int most)
    {
        var at = text.Length;
        while (at > 1 && WidthOf(text[..at]) > most)
        {
            at--;
        }

        return at == text.Length ? text : text[..(char.IsHighSurrogate(text[at - 1]) ? at - 1 : at)] + "…";
    }
}
