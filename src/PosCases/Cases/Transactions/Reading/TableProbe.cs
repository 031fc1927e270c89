using PosCases.Merchants.Identifiers;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Finds out how a table lies in its file and what its columns seem to hold. Reads all of it once, keeps only the first rows.</summary>
internal static class TableProbe
{
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    private const int RowsToHeader = 40;
    private const int SampleRows = 5;

    /// <summary>Looks at rows.</summary>
    /// <param name="rows">All rows of the table.</param>
    /// <param name="limits">What is refused.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The shape without its place in the file; none when no row names columns.</returns>
    /// <exception cref="TableRefusedException">There are too many rows.</exception>
    public static async Task<TableShape?> LookAsync(IAsyncEnumerable<TableRow> rows, ImportLimits limits, CancellationToken ct)
    {
        List<TableRow> head = [];
        var rest = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (head.Count < RowsToHeader)
            {
                head.Add(row);
            }
            else if (++rest > limits.MostRows)
            {
                throw new TableRefusedException(TableRefusal.TooLarge);
            }
        }

        if (HeaderOf(head) is not { } header)
        {
            return null;
        }

        var names = TrimEnd(header.Cells);
        IReadOnlyList<TransactionField> guess = GuessOf(names);
        var below = head.SkipWhile(r => r.Number <= header.Number).ToList();
        return new TableShape
        {
            Format = TableFormat.Csv,
            HeaderRow = header.Number,
            Headers = [.. names.Select(n => BankCardNumber.Hide(n.Length > 60 ? n[..60] : n))],
            Rows = below.Count + rest,
            Sample = [.. below.Take(SampleRows).Select(r => Sensitive.Hide(r.Cells, guess).Cells)],
            Guess = guess,
        };
    }

    /// <summary>What columns of these names seem to hold; of two that seem to hold the same the first does.</summary>
    public static IReadOnlyList<TransactionField> GuessOf(IReadOnlyList<string> names)
    {
        HashSet<TransactionField> taken = [];
        return [.. names.Select(ColumnWords.Shipped.FieldOf).Select(f => f is TransactionField.Ignored or TransactionField.Secret || taken.Add(f) ? f : TransactionField.Ignored)];
    }

    /// <summary>The delimiter that divides the first lines most evenly.</summary>
    public static char DelimiterOf(IReadOnlyList<string> lines) =>
        Delimiters
            .Select(d => (Delimiter: d, Counts: lines.Select(l => CsvTable.Split(l, d)?.Count ?? 1).Where(n => n > 1).ToList()))
            .OrderByDescending(d => d.Counts.GroupBy(n => n).Select(g => g.Count() * Math.Min(g.Key, 30)).DefaultIfEmpty(0).Max())
            .First().Delimiter;

    // The row that names the most columns that are known; a file with none of them is no export of transactions.
    private static TableRow? HeaderOf(List<TableRow> head)
    {
        var best = head.Where(r => r.Trouble is null)
            .Select(r => (Row: r, Known: GuessOf(r.Cells).Count(f => f is not (TransactionField.Ignored or TransactionField.Secret))))
            .OrderByDescending(r => r.Known).ThenBy(r => r.Row.Number).FirstOrDefault();
        return best.Known >= 2 ? best.Row
            : head.Where(r => r.Trouble is null && r.Cells.Count(IsName) >= 3 && r.Cells.All(c => c.Length == 0 || IsName(c))).FirstOrDefault();
    }

    private static bool IsName(string cell) => cell.Length is > 0 and <= 30 && !cell.Any(char.IsDigit);

    private static List<string> TrimEnd(IReadOnlyList<string> cells)
    {
        var count = cells.Count;
        while (count > 0 && cells[count - 1].Length == 0)
        {
            count--;
        }

        return [.. cells.Take(count)];
    }
}
