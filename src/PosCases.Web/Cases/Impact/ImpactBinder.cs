using System.Globalization;
using System.Text;
using PosCases.Cases.Impact;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Cases.Impact;

/// <summary>Puts the posted form of the impact into figures. What cannot be read is named and left open; a row without any entry is no row.</summary>
internal static class ImpactBinder
{
    /// <summary>The figures, and what could not be read.</summary>
    public sealed record Bound(ImpactForm Form, IReadOnlyList<FieldError> Unreadable);

    /// <summary>Reads the form.</summary>
    public static Bound Bind(IFormCollection posted)
    {
        Reader read = new(posted);
        ImpactForm form = new()
        {
            CashOnHand = read.Money(nameof(ImpactForm.CashOnHand)),
            CashDays = read.Number(nameof(ImpactForm.CashDays)),
            DailyTakings = read.Money(nameof(ImpactForm.DailyTakings)),
            MarginPercent = read.Percent(nameof(ImpactForm.MarginPercent)),
            StoppedSince = read.Day(nameof(ImpactForm.StoppedSince)),
            StoppedUntil = read.Day(nameof(ImpactForm.StoppedUntil)),
            LostSharePercent = read.Percent(nameof(ImpactForm.LostSharePercent)),
            FixedCosts = read.Money(nameof(ImpactForm.FixedCosts)),
            Payables = [.. read.Rows(nameof(ImpactForm.Payables), withDay: true).Select(r => new Payable(r.What, r.Amount, r.Day))],
            Refunds = [.. read.Rows(nameof(ImpactForm.Refunds), withDay: false).Select(r => new PendingRefund(r.What, r.Amount))],
            RefundCount = read.Number(nameof(ImpactForm.RefundCount)),
            Customers = read.Number(nameof(ImpactForm.Customers)),
            Complaints = read.Number(nameof(ImpactForm.Complaints)),
            StoppedOutlets = read.Number(nameof(ImpactForm.StoppedOutlets)),
            StoppedTerminals = read.Number(nameof(ImpactForm.StoppedTerminals)),
            LostOrders = read.Number(nameof(ImpactForm.LostOrders)),
            MoneyLost = read.Money(nameof(ImpactForm.MoneyLost)),
            Channels = read.Text(nameof(ImpactForm.Channels)),
            Effects = [.. posted[nameof(ImpactForm.Effects)].Select(ParseEffect).OfType<ImpactEffect>().Distinct()],
            Note = read.Text(nameof(ImpactForm.Note)),
        };
        return new Bound(form, read.Unreadable);
    }

    private static ImpactEffect? ParseEffect(string? typed) =>
        Enum.TryParse<ImpactEffect>(typed, out var effect) && Enum.GetNames<ImpactEffect>().Contains(typed) ? effect : null;

    private sealed class Reader(IFormCollection posted)
    {
        private readonly List<FieldError> unreadable = [];

        public IReadOnlyList<FieldError> Unreadable => unreadable;

        // A full card number is never kept, wherever it was typed.
        public string? Text(string field) => Clean(posted[field].ToString());

        public decimal? Money(string field) => Read(field, posted[field].ToString(), "AmountUnreadable", ParseMoney);

        public decimal? Percent(string field) => Read(field, posted[field].ToString().Trim().TrimEnd('%', '\uFF05'), "NumberUnreadable", ParseMoney);

        public int? Number(string field) => Read(field, posted[field].ToString(), "NumberUnreadable", ParseNumber);

        public DateOnly? Day(string field) => Read(field, posted[field].ToString(), "DateUnreadable", ParseDay);

        public IEnumerable<(string? What, decimal Amount, DateOnly? Day)> Rows(string field, bool withDay)
        {
            var (whats, amounts, days) = (posted[$"{field}.What"], posted[$"{field}.Amount"], posted[$"{field}.DueOn"]);
            for (var i = 0; i < amounts.Count; i++)
            {
                var what = Clean(i < whats.Count ? whats[i] : null);
                var day = withDay && i < days.Count ? Read(field, days[i], "DateUnreadable", ParseDay) : null;
                if (Read(field, amounts[i], "AmountUnreadable", ParseMoney) is { } amount)
                {
                    yield return (what, amount, day);
                }
                else if ((what is not null || day is not null) && string.IsNullOrWhiteSpace(amounts[i]))
                {
                    unreadable.Add(new FieldError(field, "AmountRow", []));
                }
            }
        }

        private static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

        private static decimal? ParseMoney(string typed) => MoneyText.TryParse(typed, out var amount) ? amount : null;

        private static int? ParseNumber(string typed) =>
            int.TryParse(typed.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        private static DateOnly? ParseDay(string typed) =>
            DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private T? Read<T>(string field, string? typed, string code, Func<string, T?> parse)
            where T : struct
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            var value = parse(typed.Trim());
            if (value is null)
            {
                unreadable.Add(new FieldError(field, code, []));
            }

            return value;
        }
    }
}

/// <summary>What the inputs show: what was posted just now, readable or not, else what is stored.</summary>
internal sealed class ImpactInputs(ImpactForm stored, IFormCollection? posted)
{
    /// <summary>One row of a list, as it is typed.</summary>
    public sealed record Row(string? What, string? Amount, DateOnly? Day);

    /// <summary>An amount or a percentage.</summary>
    public string? Figure(string field, decimal? value) => Typed(field) ?? value?.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public string? Count(string field, int? value) => Typed(field) ?? value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Words.</summary>
    public string? Words(string field, string? value) => Typed(field) ?? value;

    /// <summary>A day; what is no day is not shown, as a date input cannot hold it.</summary>
    public DateOnly? Day(string field, DateOnly? value) => posted is null ? value : ParseDay(posted[field]);

    /// <summary>The ticked consequences.</summary>
    public IReadOnlyList<string> Effects => posted is null ? [.. stored.Effects.Select(e => $"{e}")] : [.. posted[nameof(ImpactForm.Effects)].OfType<string>()];

    /// <summary>The rows of payables, and two empty ones.</summary>
    public IReadOnlyList<Row> Payables =>
        Rows(nameof(ImpactForm.Payables), stored.Payables.Select(p => new Row(p.What, $"{p.Amount.ToString("0.00", CultureInfo.InvariantCulture)}", p.DueOn)));

    /// <summary>The rows of refunds, and two empty ones.</summary>
    public IReadOnlyList<Row> Refunds =>
        Rows(nameof(ImpactForm.Refunds), stored.Refunds.Select(r => new Row(r.What, $"{r.Amount.ToString("0.00", CultureInfo.InvariantCulture)}", null)));

    private static DateOnly? ParseDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? Typed(string field) => posted is not null && posted.TryGetValue(field, out var typed) ? typed.ToString() : null;

    private IReadOnlyList<Row> Rows(string field, IEnumerable<Row> known)
    {
        Row empty = new(null, null, null);
        if (posted is null)
        {
            return [.. known, empty, empty];
        }

        var (whats, amounts, days) = (posted[$"{field}.What"], posted[$"{field}.Amount"], posted[$"{field}.DueOn"]);
        return [.. Enumerable.Range(0, amounts.Count).Select(i => new Row(whats.ElementAtOrDefault(i), amounts[i], ParseDay(days.ElementAtOrDefault(i))))];
    }
}
