using PosCases.Platform;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Makes a transaction of a row, or says what keeps it from being one.</summary>
/// <param name="columns">What the columns hold.</param>
/// <param name="until">No transaction may be later; a file is never from the future.</param>
internal sealed class RowReader(IReadOnlyList<TransactionField> columns, DateTimeOffset until)
{
    private const int LongestNumber = 40;
    private readonly ColumnWords words = ColumnWords.Shipped;

    /// <summary>Reads one row; nothing of a card number or a secret leaves it.</summary>
    public RowReading Read(TableRow row)
    {
        var (safe, cards, secrets) = Sensitive.Hide(row.Cells, columns);
        var reading = new RowReading(row.Number, safe) { CardsMasked = cards, SecretsDropped = secrets };
        if (row.Trouble is { } trouble)
        {
            return reading with { Problem = new RowProblem(trouble, null, "") };
        }

        if (TotalOf(row) is { } total)
        {
            return reading with { Total = total };
        }

        var (at, hasTime, wrong) = Readings.Moment(words, Cell(row, TransactionField.Moment), Cell(row, TransactionField.Day));
        var told = IndexOf(TransactionField.Day) is { } day && !Readings.IsDay(words, Cell(row, TransactionField.Day)) ? day : IndexOf(TransactionField.Moment) ?? IndexOf(TransactionField.Day);
        if (wrong is { } problem)
        {
            return reading with { Problem = ProblemAt(problem, told, safe) };
        }

        if (at.Year < 2000 || ShanghaiTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) is var moment && moment > until)
        {
            return reading with { Problem = ProblemAt(RowProblemKind.MomentOutOfRange, told, safe) };
        }

        if (Cell(row, TransactionField.Amount) is not { Length: > 0 } typed)
        {
            return reading with { Problem = ProblemAt(RowProblemKind.AmountMissing, IndexOf(TransactionField.Amount), safe) };
        }

        if (Readings.Amount(words, typed) is not { } amount)
        {
            return reading with { Problem = ProblemAt(RowProblemKind.AmountUnreadable, IndexOf(TransactionField.Amount), safe) };
        }

        return reading with { Good = FactsOf(row, safe, moment, hasTime, amount) };
    }

    private TransactionFacts FactsOf(TableRow row, IReadOnlyList<string> safe, DateTimeOffset at, bool hasTime, decimal amount)
    {
        var kind = IndexOf(TransactionField.Kind) is null ? TransactionKind.Sale : words.KindOf(Cell(row, TransactionField.Kind));
        return new TransactionFacts
        {
            Row = row.Number,
            At = at,
            HasTime = hasTime,
            // Some exports know no kinds and write what went back with a minus.
            Kind = amount < 0 && kind is TransactionKind.Sale or TransactionKind.Other ? TransactionKind.Refund : kind,
            State = IndexOf(TransactionField.Status) is null ? TransactionState.Succeeded : words.StateOf(Cell(row, TransactionField.Status)),
            Amount = Math.Abs(amount),
            Fee = Cell(row, TransactionField.Fee) is { Length: > 0 } fee ? Readings.Amount(words, fee) : null,
            Card = Sensitive.Card(Cell(row, TransactionField.Card)).Card,
            CardKind = words.CardKindOf(Cell(row, TransactionField.CardKind)),
            Reference = Number(safe, TransactionField.Reference),
            Voucher = Number(safe, TransactionField.Voucher),
            AuthCode = Number(safe, TransactionField.AuthCode),
            Terminal = Number(safe, TransactionField.Terminal),
            MerchantNumber = Number(safe, TransactionField.Merchant),
        };
    }

    // A row with sums says so in one of its cells and has no moment.
    private StatedTotal? TotalOf(TableRow row)
    {
        if (!row.Cells.Any(words.IsTotal))
        {
            return null;
        }

        decimal? amount = Readings.Amount(words, Cell(row, TransactionField.Amount)) is { } read && Cell(row, TransactionField.Amount).Length > 0 ? read : null;
        var count = row.Cells
            .Where((c, i) => i != IndexOf(TransactionField.Amount) && i != IndexOf(TransactionField.Fee) && c.Length is > 0 and < 9)
            .Select(c => int.TryParse(string.Concat(c.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture, out var n) && c.All(l => char.IsAsciiDigit(l) || char.IsLetter(l)) ? n : (int?)null)
            .FirstOrDefault(n => n is not null);
        return new StatedTotal(amount, count);
    }

    private static RowProblem ProblemAt(RowProblemKind kind, int? column, IReadOnlyList<string> safe) =>
        new(kind, column, column is { } at && at < safe.Count ? safe[at] : "");

    private string Cell(TableRow row, TransactionField field) => IndexOf(field) is { } at && at < row.Cells.Count ? row.Cells[at] : "";

    private string? Number(IReadOnlyList<string> safe, TransactionField field) =>
        IndexOf(field) is { } at && at < safe.Count && safe[at].Length > 0 ? safe[at][..Math.Min(safe[at].Length, LongestNumber)] : null;

    private int? IndexOf(TransactionField field)
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

/// <summary>What became of a row.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Cells">Its cells as they may be kept.</param>
internal sealed record RowReading(int Row, IReadOnlyList<string> Cells)
{
    public TransactionFacts? Good { get; init; }

    public RowProblem? Problem { get; init; }

    public StatedTotal? Total { get; init; }

    public int CardsMasked { get; init; }

    public int SecretsDropped { get; init; }
}

/// <summary>What the file says of itself at its end.</summary>
/// <param name="Amount">Sum, in yuan.</param>
/// <param name="Count">Rows.</param>
public sealed record StatedTotal(decimal? Amount, int? Count);

/// <summary>What keeps a row from being a transaction.</summary>
/// <param name="Kind">What.</param>
/// <param name="Column">The column, from 0; none when it is the row as a whole.</param>
/// <param name="Found">What stands there, without card numbers and secrets.</param>
public sealed record RowProblem(RowProblemKind Kind, int? Column, string Found);

/// <summary>What can be wrong with a row.</summary>
public enum RowProblemKind
{
    /// <summary>缺少交易时间.</summary>
    MomentMissing,

    /// <summary>交易时间无法识别.</summary>
    MomentUnreadable,

    /// <summary>日期无法判断年月日: 03/04/2026.</summary>
    MomentAmbiguous,

    /// <summary>交易时间不合理: before 2000 or in the future.</summary>
    MomentOutOfRange,

    /// <summary>缺少金额.</summary>
    AmountMissing,

    /// <summary>金额无法识别.</summary>
    AmountUnreadable,

    /// <summary>引号没有成对.</summary>
    UnclosedQuote,

    /// <summary>整行过长.</summary>
    RowTooLong,

    /// <summary>列数过多.</summary>
    TooManyColumns,

    /// <summary>与另一笔相同, 没有参考号可以区分.</summary>
    PossibleTwin,
}
