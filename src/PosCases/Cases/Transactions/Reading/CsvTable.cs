using System.Runtime.CompilerServices;
using System.Text;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>
/// Reads rows of delimited text, one at a time. A quotation mark that nobody closes costs its own row only: the lines after it are read as
/// rows again, which no parser does that takes the mark's word for it.
/// </summary>
internal sealed class CsvTable(TextReader text, char delimiter, int? columns, ImportLimits limits) : IDisposable
{
    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder line = new();
    private LinkedList<Line> pushedBack = new();
    private int filled;
    private int at;
    private int number;

    private sealed record Line(int Number, string Text, bool IsCut);

    /// <summary>The rows that are not empty, in order.</summary>
    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        while (await NextAsync(ct) is { } first)
        {
            var row = first.IsCut ? new TableRow(first.Number, SplitPlainly(first.Text), RowProblemKind.RowTooLong)
                : Split(first.Text, delimiter) is { } cells ? Whole(first.Number, cells)
                : await ContinuedAsync(first, ct);
            if (!row.IsBlank)
            {
                yield return row;
            }
        }
    }

    /// <summary>The cells of one row, or none when a quotation mark stays open or closes amid a cell.</summary>
    public static List<string>? Split(string text, char delimiter)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var i = 0;
        while (true)
        {
            cell.Clear();
            var start = i;
            while (start < text.Length && (text[start] is ' ' or '=' || (text[start] == '\t' && delimiter != '\t')))
            {
                start++;
            }

            if (start < text.Length && text[start] == '"')
            {
                i = start + 1;
                while (true)
                {
                    if (i >= text.Length)
                    {
                        return null;
                    }

                    if (text[i] == '"' && (i + 1 >= text.Length || text[i + 1] != '"'))
                    {
                        i++;
                        break;
                    }

                    cell.Append(text[i]);
                    i += text[i] == '"' ? 2 : 1;
                }

                if (text[i..].TrimStart(' ') is { Length: > 0 } rest && rest[0] != delimiter)
                {
                    return null;
                }
            }

            while (i < text.Length && text[i] != delimiter)
            {
                cell.Append(text[i++]);
            }

            cells.Add(Clean(cell.ToString()));
            if (i++ >= text.Length)
            {
                return cells;
            }
        }
    }

    /// <summary>A cell without what exports put around it: blanks, marks that keep a spreadsheet from counting, byte order marks.</summary>
    public static string Clean(string cell)
    {
        var text = cell.Trim().Trim('\uFEFF', '\u200B', '\t', '\u00A0', ' ');
        return text.Length > 1 && text[0] is '\'' or '`' ? text[1..].TrimStart() : text;
    }

    public void Dispose() => text.Dispose();

    private TableRow Whole(int first, List<string> cells) =>
        cells.Count > limits.MostColumns ? new TableRow(first, [.. cells.Take(limits.MostColumns)], RowProblemKind.TooManyColumns) : new TableRow(first, cells);

    // A row whose cell goes over several lines; accepted only when it then has as many cells as the header.
    private async ValueTask<TableRow> ContinuedAsync(Line first, CancellationToken ct)
    {
        var joined = first.Text;
        List<Line> taken = [];
        while (taken.Count < limits.MostLinesOfRow && joined.Length < limits.LongestRow && await NextAsync(ct) is { } more)
        {
            taken.Add(more);
            if (columns >= 3 && Split(more.Text, delimiter)?.Count == columns)
            {
                // A whole row of its own: the mark before it was a slip.
                break;
            }

            joined = $"{joined}\n{more.Text}";
            if (!more.IsCut && Split(joined, delimiter) is { } cells)
            {
                if (columns is null || cells.Count == columns)
                {
                    return Whole(first.Number, cells);
                }

                break;
            }
        }

        pushedBack = new LinkedList<Line>(taken.Concat(pushedBack));
        return new TableRow(first.Number, SplitPlainly(first.Text), RowProblemKind.UnclosedQuote);
    }

    private List<string> SplitPlainly(string row) => [.. row.Split(delimiter).Take(limits.MostColumns).Select(Clean)];

    private async ValueTask<Line?> NextAsync(CancellationToken ct)
    {
        if (pushedBack.First is { } back)
        {
            pushedBack.RemoveFirst();
            return back.Value;
        }

        line.Clear();
        var (cut, any) = (false, false);
        while (at < filled || await FillAsync(ct))
        {
            any = true;
            var end = Array.IndexOf(buffer, '\n', at, filled - at);
            var stop = end < 0 ? filled : end;
            var room = Math.Max(0, limits.LongestRow - line.Length);
            cut |= stop - at > room;
            line.Append(buffer, at, Math.Min(stop - at, room));
            at = stop + 1;
            if (end >= 0)
            {
                break;
            }
        }

        return any ? new Line(++number, line.ToString().TrimEnd('\r'), cut) : null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        (filled, at) = (await text.ReadAsync(buffer.AsMemory(), ct), 0);
        return filled > 0;
    }
}
