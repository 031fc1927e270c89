using PosCases.Cases.Causes;
using PosCases.Cases.Filing;
using PosCases.Cases.Resolution;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Merchants.Identifiers;
using PosCases.Platform;

namespace PosCases.Cases.Import;

/// <summary>Reads rows of a list of old cases. It knows the numbers it has read, so that the second of two is told from the first.</summary>
/// <param name="columns">What the columns hold.</param>
/// <param name="now">Later dates are none.</param>
internal sealed class CaseRowReader(IReadOnlyList<CaseField> columns, DateTimeOffset now)
{
    private const int NumberLength = 40;
    private const int NameLength = 128;
    private const int NoticeLength = 2000;
    private const int FoundLength = 80;

    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly HashSet<string> numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a row: the case that it holds, or what is wrong with it.</summary>
    public (OldCase? Good, BadCaseRow? Bad) Read(TableRow row)
    {
        if (row.Trouble is not null)
        {
            return (null, new BadCaseRow(row.Number, null, [new CaseRowFault(CaseRowProblem.RowUnreadable, null, "")]));
        }

        var cells = new Cells(columns, row.Cells);
        var read = new OldCase
        {
            Row = row.Number,
            Number = cells.Required(CaseField.Number, CaseRowProblem.NumberMissing, NumberLength),
            Merchant = cells.Required(CaseField.Merchant, CaseRowProblem.MerchantMissing, NameLength),
            UnifiedCreditCode = cells.Text(CaseField.CreditCode, UnifiedCreditCode.MaxLength) is { } code ? UnifiedCreditCode.Check(code).Value : null,
            MerchantKind = cells.Known(CaseField.MerchantKind, CaseColumnWords.KindOf, CaseRowProblem.MerchantKindUnknown),
            Region = cells.Text(CaseField.Region, MerchantProfile.RegionLength),
            FiledAt = DayOf(cells, CaseField.FiledOn) ?? default,
            ClosedAt = DayOf(cells, CaseField.ClosedOn),
            Outcome = cells.Known(CaseField.Outcome, CaseColumnWords.OutcomeOf, CaseRowProblem.OutcomeUnknown),
            Amount = MoneyOf(cells, CaseField.Amount),
            Released = MoneyOf(cells, CaseField.Released),
            Deducted = MoneyOf(cells, CaseField.Deducted),
            Measure = cells.Known(CaseField.Measure, CaseColumnWords.MeasureOf, CaseRowProblem.MeasureUnknown) ?? MeasureKind.Unknown,
            ImposedBy = cells.Known(CaseField.ImposedBy, CaseColumnWords.ImposerOf, CaseRowProblem.ImposerUnknown) ?? ImposedBy.Unknown,
            Institution = cells.Text(CaseField.Institution, NameLength),
            Since = DayOf(cells, CaseField.Since) is { } since ? ShanghaiTime.DateOf(since) : null,
            DocumentNumber = cells.Text(CaseField.DocumentNumber, 80),
            AccountTail = TailOf(cells),
            TerminalNumber = cells.Text(CaseField.Terminal, 32),
            Cause = CauseOf(cells),
            Notice = cells.Text(CaseField.Notice, NoticeLength),
            Owner = cells.Text(CaseField.Owner, NameLength),
        };
        Whole(read, cells);
        return cells.Faults.Count == 0 ? (read, null) : (null, new BadCaseRow(row.Number, read.Number is { Length: > 0 } named ? named : null, cells.Faults));
    }

    private void Whole(OldCase read, Cells cells)
    {
        if (read.Number.Length > 0 && !numbers.Add(read.Number))
        {
            cells.Fault(CaseRowProblem.NumberTwice, CaseField.Number);
        }

        if (cells.Raw(CaseField.FiledOn).Length == 0)
        {
            cells.Fault(CaseRowProblem.FiledMissing, CaseField.FiledOn);
        }

        if (read.ClosedAt < read.FiledAt)
        {
            cells.Fault(CaseRowProblem.ClosedBeforeFiled, CaseField.ClosedOn);
        }

        var (ended, hasOutcome) = (cells.Raw(CaseField.ClosedOn).Length > 0, cells.Raw(CaseField.Outcome).Length > 0);
        if (ended != hasOutcome)
        {
            cells.Fault(ended ? CaseRowProblem.OutcomeMissing : CaseRowProblem.OutcomeWithoutEnd, ended ? CaseField.Outcome : CaseField.ClosedOn);
        }

        if (read.Outcome is { } outcome && cells.Faults.Count == 0 && Balance.Of(Case.MoneyOf(read)) is var balance && (!balance.Agrees(outcome) || balance.Remaining < 0))
        {
            cells.Fault(CaseRowProblem.MoneyDisagrees, CaseField.Amount);
        }
    }

    private DateTimeOffset? DayOf(Cells cells, CaseField field)
    {
        if (cells.Raw(field) is not { Length: > 0 } text)
        {
            return null;
        }

        var (at, _, problem) = Readings.Moment(ColumnWords.Shipped, text, "");
        if (problem is not null)
        {
            cells.Fault(CaseRowProblem.DateUnreadable, field);
            return null;
        }

        var moment = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.FromHours(8)).ToUniversalTime();
        if (moment < First || moment > now)
        {
            cells.Fault(CaseRowProblem.DateOutOfRange, field);
            return null;
        }

        return moment;
    }

    private static decimal? MoneyOf(Cells cells, CaseField field)
    {
        if (cells.Raw(field) is not { Length: > 0 } text)
        {
            return null;
        }

        if (Readings.Amount(ColumnWords.Shipped, text) is { } amount and >= 0)
        {
            return amount == 0 ? null : amount;
        }

        cells.Fault(CaseRowProblem.AmountUnreadable, field);
        return null;
    }

    // Of a longer number the end is all that is kept.
    private static string? TailOf(Cells cells)
    {
        var digits = string.Concat(cells.Raw(CaseField.AccountTail).Where(char.IsAsciiDigit));
        if (digits.Length is > 0 and < 4)
        {
            cells.Fault(CaseRowProblem.TailUnreadable, CaseField.AccountTail);
        }

        return digits.Length >= 4 ? digits[^4..] : null;
    }

    private static string? CauseOf(Cells cells)
    {
        if (cells.Raw(CaseField.Cause) is not { Length: > 0 } text)
        {
            return null;
        }

        var cause = CauseLibrary.Find(text.ToUpperInvariant())
            ?? CauseLibrary.Causes.FirstOrDefault(c => string.Equals(c.Name.Zh, text, StringComparison.Ordinal) || string.Equals(c.Name.En, text, StringComparison.OrdinalIgnoreCase));
        if (cause is null)
        {
            cells.Fault(CaseRowProblem.CauseUnknown, CaseField.Cause);
        }

        return cause?.Code;
    }

    // The cells by what they hold, and what was found wrong with them.
    private sealed class Cells(IReadOnlyList<CaseField> columns, IReadOnlyList<string> cells)
    {
        public List<CaseRowFault> Faults { get; } = [];

        public string Raw(CaseField field) => At(field) is { } at && at < cells.Count ? cells[at].Trim() : "";

        public void Fault(CaseRowProblem kind, CaseField field)
        {
            var found = kind == CaseRowProblem.Secret ? "" : BankCardNumber.Hide(Raw(field));
            Faults.Add(new CaseRowFault(kind, At(field), found.Length > FoundLength ? found[..FoundLength] : found));
        }

        public string? Text(CaseField field, int longest)
        {
            var text = Raw(field);
            if (text.Length > longest)
            {
                Fault(CaseRowProblem.TooLong, field);
            }
            else if (CardSecrets.IsIn(text))
            {
                Fault(CaseRowProblem.Secret, field);
            }
            else if (text.Length > 0)
            {
                return BankCardNumber.Hide(text);
            }

            return null;
        }

        public string Required(CaseField field, CaseRowProblem missing, int longest)
        {
            if (Raw(field).Length == 0)
            {
                Fault(missing, field);
            }

            // A number of the old records is no card, though one in ten of the long ones would pass for it.
            return (field == CaseField.Number && Raw(field).Length <= longest ? Raw(field) : Text(field, longest)) ?? "";
        }

        public T? Known<T>(CaseField field, Func<string, T?> find, CaseRowProblem unknown)
            where T : struct, Enum
        {
            if (Raw(field) is not { Length: > 0 } text)
            {
                return null;
            }

            var found = find(text);
            if (found is null)
            {
                Fault(unknown, field);
            }

            return found;
        }

        private int? At(CaseField field)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == field)
                {
                    return i;
                }
            }

            return null;
        }
    }
}
