namespace PosCases.Cases.Transactions.Reading;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Number">Number of its first line, or of the row in the sheet; from 1.</param>
/// <param name="Cells">Its cells, trimmed.</param>
/// <param name="Trouble">Why its cells cannot be told apart; none for a readable row.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells, RowProblemKind? Trouble = null)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(c => c.Length == 0);
}

/// <summary>How the table lies in its file.</summary>
public sealed record TableShape
{
    /// <summary>Kind of file.</summary>
    public required TableFormat Format { get; init; }

    /// <summary>Name of the encoding of a text file, e.g. <c>gb18030</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between the cells of a text file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Which sheet of a workbook, from 0.</summary>
    public int Sheet { get; init; }

    /// <summary>Number of the row with the names of the columns.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Rows below the header that are not empty.</summary>
    public required int Rows { get; init; }

    /// <summary>The first rows below the header, with card numbers masked and secrets dropped.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sample { get; init; }

    /// <summary>What the columns seem to hold.</summary>
    public required IReadOnlyList<TransactionField> Guess { get; init; }
}

/// <summary>Kinds of files that can be imported.</summary>
public enum TableFormat
{
    /// <summary>Text with cells between delimiters.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,
}

/// <summary>A file that cannot be read as a table of transactions.</summary>
public sealed class TableRefusedException(TableRefusal why) : Exception(why.ToString())
{
    /// <summary>Why.</summary>
    public TableRefusal Why { get; } = why;
}

/// <summary>Why a file cannot be read as a table.</summary>
public enum TableRefusal
{
    /// <summary>Neither text nor a workbook.</summary>
    NotATable,

    /// <summary>The old binary workbook (.xls).</summary>
    OldWorkbook,

    /// <summary>A web page that calls itself a workbook.</summary>
    WebPage,

    /// <summary>No row with the names of columns in it.</summary>
    NoHeader,

    /// <summary>Too large, when unpacked too, or too many rows, columns or texts.</summary>
    TooLarge,

    /// <summary>Damaged, or protected by a password.</summary>
    Damaged,
}
