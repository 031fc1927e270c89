using System.Globalization;
using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Cases.Wizard;

/// <summary>
/// Puts the fields of one step, as they were posted, onto the stored answers. A field that was not posted keeps what is stored, but for
/// boxes to tick: a box that is not ticked is not posted. What cannot be read is named and keeps what is stored.
/// </summary>
internal static class FilingBinder
{
    /// <summary>The tick that says that nothing of the list was asked.</summary>
    public const string NothingDemanded = "None";

    /// <summary>The answers after the step, and what could not be read.</summary>
    public sealed record Bound(FilingForm Form, IReadOnlyList<FieldError> Unreadable);

    /// <summary>Binds one step.</summary>
    public static Bound Bind(FilingForm stored, int step, IFormCollection posted)
    {
        var read = new Reader(posted);
        var form = step switch
        {
            1 => Told(stored, read),
            2 => Blocked(stored, read),
            3 => Imposed(stored, read),
            4 => Business(stored, read),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
        return new Bound(form, read.Unreadable);
    }

    private static FilingForm Told(FilingForm stored, Reader read)
    {
        var demands = read.Many<Demand>(nameof(FilingForm.Demands));
        return stored with
        {
            ToldBy = read.One(nameof(FilingForm.ToldBy), stored.ToldBy),
            Teller = read.Text(nameof(FilingForm.Teller), stored.Teller),
            CallerNumber = read.Text(nameof(FilingForm.CallerNumber), stored.CallerNumber),
            ToldOn = read.Day(nameof(FilingForm.ToldOn), stored.ToldOn),
            Wording = read.Text(nameof(FilingForm.Wording), stored.Wording),
            Demands = demands,
            // A tick at "nothing" beside a demand is a slip of the thumb: the demand counts.
            NothingDemanded = demands.Count == 0 && read.Has(nameof(FilingForm.Demands), NothingDemanded),
        };
    }

    private static FilingForm Blocked(FilingForm stored, Reader read) => stored with
    {
        Measure = read.One(nameof(FilingForm.Measure), stored.Measure),
        AbilitiesOff = read.Many<Ability>(nameof(FilingForm.AbilitiesOff)),
        Amount = read.Money(nameof(FilingForm.Amount), stored.Amount),
        AccountTail = read.Text(nameof(FilingForm.AccountTail), stored.AccountTail),
        TerminalNumber = read.Text(nameof(FilingForm.TerminalNumber), stored.TerminalNumber),
        Region = read.Text(nameof(FilingForm.Region), stored.Region),
        Since = read.Day(nameof(FilingForm.Since), stored.Since),
    };

    private static FilingForm Imposed(FilingForm stored, Reader read) => stored with
    {
        ImposedBy = read.One(nameof(FilingForm.ImposedBy), stored.ImposedBy),
        Institution = read.Id(nameof(FilingForm.Institution), stored.Institution),
        InstitutionName = read.Text(nameof(FilingForm.InstitutionName), stored.InstitutionName),
        Reason = read.One(nameof(FilingForm.Reason), stored.Reason),
        ReasonText = read.Text(nameof(FilingForm.ReasonText), stored.ReasonText),
        DocumentNumber = read.Text(nameof(FilingForm.DocumentNumber), stored.DocumentNumber),
        ExpectedEnd = read.Day(nameof(FilingForm.ExpectedEnd), stored.ExpectedEnd),
    };

    private static FilingForm Business(FilingForm stored, Reader read) => stored with
    {
        DailyTakings = read.Money(nameof(FilingForm.DailyTakings), stored.DailyTakings),
        CashDays = read.Number(nameof(FilingForm.CashDays), stored.CashDays),
        PayablesDue = read.Money(nameof(FilingForm.PayablesDue), stored.PayablesDue),
        RefundsDue = read.Money(nameof(FilingForm.RefundsDue), stored.RefundsDue),
        Before = read.Many<PriorEvent>(nameof(FilingForm.Before)),
        BeforeText = read.Text(nameof(FilingForm.BeforeText), stored.BeforeText),
    };

    private sealed class Reader(IFormCollection posted)
    {
        private readonly List<FieldError> unreadable = [];

        public IReadOnlyList<FieldError> Unreadable => unreadable;

        public bool Has(string field, string value) => posted[field].Contains(value);

        // A full card number is never kept, wherever it was typed.
        public string? Text(string field, string? stored) =>
            !posted.TryGetValue(field, out var typed) ? stored
            : string.IsNullOrWhiteSpace(typed) ? null
            : typed.ToString().Trim();

        public T? One<T>(string field, T? stored) where T : struct, Enum =>
            Read(field, stored, "UnknownCode", (string typed, out T value) => TryParse(typed, out value));

        public IReadOnlyList<T> Many<T>(string field) where T : struct, Enum =>
            [.. posted[field].Select(typed => TryParse<T>(typed, out var value) ? value : (T?)null).OfType<T>().Distinct()];

        public decimal? Money(string field, decimal? stored) =>
            Read(field, stored, "AmountUnreadable", (string typed, out decimal value) => MoneyText.TryParse(typed, out value));

        public int? Number(string field, int? stored) => Read(field, stored, "NumberUnreadable", (string typed, out int value) =>
            int.TryParse(typed.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out value));

        public DateOnly? Day(string field, DateOnly? stored) => Read(field, stored, "DateUnreadable", (string typed, out DateOnly value) =>
            DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value));

        public InstitutionId? Id(string field, InstitutionId? stored) =>
            Read(field, stored?.Value, "UnknownCode", (string typed, out Guid value) => Guid.TryParse(typed, out value)) is { } id
                ? new InstitutionId(id)
                : null;

        private delegate bool Parser<T>(string typed, out T value);

        private T? Read<T>(string field, T? stored, string code, Parser<T> parse) where T : struct
        {
            if (!posted.TryGetValue(field, out var typed))
            {
                return stored;
            }

            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            if (parse(typed.ToString().Trim(), out var value))
            {
                return value;
            }

            unreadable.Add(new FieldError(field, code, []));
            return stored;
        }

        private static bool TryParse<T>(string? typed, out T value) where T : struct, Enum =>
            Enum.TryParse(typed, out value) && Enum.IsDefined(value) && !int.TryParse(typed, CultureInfo.InvariantCulture, out _);
    }
}
