using System.Text;

namespace PosCases.Cases.Transactions;

/// <summary>Writes rows as CSV that a spreadsheet opens as text: marked as UTF-8, and no cell is taken for a formula.</summary>
public static class CsvText
{
    /// <summary>The file's bytes.</summary>
    /// <param name="rows">Rows of cells, the names of the columns first.</param>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A cell: quoted where it must be, and with an apostrophe before what a spreadsheet would carry out.</summary>
    public static string Cell(string value)
    {
        var safe = Harmless(value);
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 || safe.StartsWith(' ') || safe.EndsWith(' ') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>The text with an apostrophe before what a spreadsheet would carry out; numbers stay as they are.</summary>
    public static string Harmless(string value)
    {
        var dangerous = value.Length > 0 && value[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20');
        var number = dangerous && decimal.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);
        return dangerous && !number ? $"'{value}" : value;
    }
}
