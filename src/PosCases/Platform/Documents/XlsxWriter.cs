using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PosCases.Platform.Documents;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name; cut and cleaned to what a sheet may be called.</param>
/// <param name="Notes">Lines above the table.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">Cells: string, decimal, int, <see cref="DateOnly"/> or nothing.</param>
public sealed record PrintSheet(string Name, IReadOnlyList<string> Notes, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>
/// Writes a workbook row by row: numbers as numbers, days as days. Words are never formulas, and those that begin like one get an apostrophe, so
/// that they stay words when the table is saved as text and opened again.
/// </summary>
public static class XlsxWriter
{
    private const int LongestName = 31;
    private const uint DayStyle = 1;
    private const uint HeadStyle = 2;
    private const uint AmountStyle = 3;

    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes it.</summary>
    public static byte[] Write(IReadOnlyList<PrintSheet> sheets)
    {
        using var output = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            List<Sheet> listed = [];
            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                listed.Add(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(listed.Count + 1), Name = NameOf(sheet.Name, names) });
            }

            book.Workbook = new Workbook(new Sheets(listed));
        }

        return output.ToArray();
    }

    /// <summary>Words that a table program might take for a formula, made harmless.</summary>
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static void Write(WorksheetPart part, PrintSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(new Column { Min = 1, Max = 1, Width = 36, CustomWidth = true }, new Column { Min = 2, Max = 8, Width = 16, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        foreach (var note in sheet.Notes)
        {
            Row(writer, [note], null);
        }

        Row(writer, [.. sheet.Columns], HeadStyle);
        foreach (var row in sheet.Rows)
        {
            Row(writer, row, null);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint? style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(CellOf(cell, style));
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value, uint? style) => value switch
    {
        null => new Cell(),
        decimal number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = decimal.Round(number) == number ? 0 : AmountStyle },
        int number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) },
        DateOnly day => new Cell { DataType = CellValues.Number, CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DayStyle },
        string text => new Cell(new InlineString(new Text(Harmless(PlainText.Clean(text))) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style ?? 0 },
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no cell."),
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "yyyy-mm-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 170, ApplyNumberFormat = true },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true }));

    private static string NameOf(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(wanted.Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) ? ' ' : c)).Trim().Trim('\'');
        clean = clean.Length == 0 ? "1" : clean[..Math.Min(LongestName, clean.Length)];
        var name = clean;
        for (var n = 2; !taken.Add(name); n++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {n}");
            name = clean[..Math.Min(LongestName - end.Length, clean.Length)] + end;
        }

        return name;
    }
}
