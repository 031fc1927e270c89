using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Reads what exports write for moments and amounts, in Chinese and English.</summary>
internal static partial class Readings
{
    /// <summary>Largest amount of one transaction, in yuan.</summary>
    public const decimal LargestAmount = 999_999_999.99m;

    private static readonly string[] WithTime =
    [
        "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyyMMdd HHmmss", "yyyyMMdd HH:mm:ss", "yyyyMMddHHmmss", "yyyyMMdd H:m:s", "yyyyMMdd H:m",
        "yyyy-M-d H:m:s.f", "yyyy-M-d H:m:s.ff", "yyyy-M-d H:m:s.fff", "yyyy-M-d HHmmss",
    ];

    private static readonly string[] DayOnly = ["yyyy-M-d", "yyyyMMdd"];

    private static readonly string[] TimeOnlyFormats = ["H:m:s", "H:m", "HHmmss", "H:m:s.fff"];

    /// <summary>Reads a moment of Shanghai.</summary>
    /// <param name="words">The words of exports.</param>
    /// <param name="moment">The cell with date and time, or with the time alone.</param>
    /// <param name="day">The cell with the date, where there is one.</param>
    /// <returns>Local date and time, whether the time was told, or the problem.</returns>
    public static (DateTime At, bool HasTime, RowProblemKind? Problem) Moment(ColumnWords words, string moment, string day)
    {
        if (moment.Length == 0 && day.Length == 0)
        {
            return (default, false, RowProblemKind.MomentMissing);
        }

        if (moment.Length > 0 && Whole(words, moment) is { } whole && (whole.HasTime || day.Length == 0))
        {
            return (whole.At, whole.HasTime, null);
        }

        if (day.Length > 0 && Whole(words, day) is { } date)
        {
            return moment.Length == 0 ? (date.At, date.HasTime, null)
                : TimeOf(words, moment) is { } time ? (date.At.Date + time, true, null)
                : (default, false, RowProblemKind.MomentUnreadable);
        }

        var text = Tidy(words, day.Length > 0 ? day : moment);
        return (default, false, Ambiguous().IsMatch(text) ? RowProblemKind.MomentAmbiguous : RowProblemKind.MomentUnreadable);
    }

    /// <summary>Whether a cell holds a date.</summary>
    public static bool IsDay(ColumnWords words, string cell) => Whole(words, cell) is not null;

    /// <summary>Reads an amount in yuan; negative in brackets or with a minus on either side.</summary>
    /// <returns>The amount, or none when it cannot be read to the fen.</returns>
    public static decimal? Amount(ColumnWords words, string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        foreach (var word in words.Money)
        {
            plain = plain.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        }

        var times = 1m;
        if (plain.EndsWith(words.TenThousand, StringComparison.Ordinal))
        {
            (plain, times) = (plain[..^words.TenThousand.Length], 10_000m);
        }

        plain = plain.Replace(" ", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace('\u2014', '-');
        var negative = (plain.StartsWith('(') && plain.EndsWith(')')) || plain.StartsWith('-') || plain.EndsWith('-');
        plain = plain.Trim('(', ')', '-', '+');
        if (!Number().IsMatch(plain) || !decimal.TryParse(plain, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        value *= times;
        var rounded = decimal.Round(value, 2, MidpointRounding.AwayFromZero);
        // A workbook's binary numbers miss the fen by a hair; anything more is another unit or a slip of the pen.
        return Math.Abs(value - rounded) > 0.000001m || rounded > LargestAmount ? null : negative ? -rounded : rounded;
    }

    private static (DateTime At, bool HasTime)? Whole(ColumnWords words, string cell)
    {
        var text = Tidy(words, cell);
        if (TwelveHours(words, text) is { } twelve)
        {
            return (twelve, true);
        }

        if (DateTime.TryParseExact(text, WithTime, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var at))
        {
            return (at, true);
        }

        if (DateTime.TryParseExact(text, DayOnly, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
        {
            return (day, false);
        }

        // A workbook's own count: days since the end of 1899, the time as their fraction.
        return text.Length >= 5 && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 20_000 and < 80_000
            ? (Rounded(DateTime.FromOADate(serial)), text.Contains('.', StringComparison.Ordinal))
            : null;
    }

    private static TimeSpan? TimeOf(ColumnWords words, string cell)
    {
        var text = Tidy(words, cell);
        return DateTime.TryParseExact(text, TimeOnlyFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out var at) ? at.TimeOfDay
            : Whole(words, cell) is { HasTime: true } whole ? whole.At.TimeOfDay
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and < 1 ? Rounded(DateTime.FromOADate(part)).TimeOfDay
            // A time that lost its leading zeros on the way through a workbook.
            : text.Length is 5 && text.All(char.IsAsciiDigit) ? TimeOf(words, "0" + text)
            : null;
    }

    private static DateTime? TwelveHours(ColumnWords words, string text)
    {
        var afternoon = words.Afternoon.FirstOrDefault(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
        var morning = words.Morning.FirstOrDefault(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
        if ((afternoon ?? morning) is not { } word)
        {
            return null;
        }

        var rest = Blanks().Replace(text.Replace(word, " ", StringComparison.OrdinalIgnoreCase), " ").Trim();
        return DateTime.TryParseExact(rest, WithTime, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var at)
            ? afternoon is not null && at.Hour < 12 ? at.AddHours(12) : at
            : null;
    }

    private static string Tidy(ColumnWords words, string cell)
    {
        var text = cell.Normalize(NormalizationForm.FormKC).Trim();
        foreach (var (word, mark) in words.MomentWords)
        {
            text = text.Replace(word, mark, StringComparison.Ordinal);
        }

        text = YearFirst().IsMatch(text) ? text.Replace('/', '-').Replace('.', '-') : text;
        text = Fraction().Replace(text, ".${digits}");
        text = IsoMark().Replace(text, " ");
        return Blanks().Replace(text, " ").Trim().TrimEnd(':');
    }

    private static DateTime Rounded(DateTime at) => new((at.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);

    [GeneratedRegex(@"^\d{4}[-/.]", RegexOptions.None, 1000)]
    private static partial Regex YearFirst();

    // The dots of a date were turned into hyphens; that of a second's fraction is one again.
    [GeneratedRegex(@"(?<=:\d{1,2})-(?<digits>\d{1,3})\d*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<=\d)T(?=\d)|Z$|\+08:?00$", RegexOptions.None, 1000)]
    private static partial Regex IsoMark();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d{1,2}[-/.]\d{1,2}([-/.]\d{2,4})?(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?([eE][-+]?\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
