using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Reads rows of a workbook's sheet, one at a time; of the workbook only the texts that its cells share are kept.</summary>
internal sealed class XlsxTable : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly List<WorksheetPart> sheets;
    private readonly List<string> texts;
    private readonly ImportLimits limits;

    /// <summary>Opens a workbook.</summary>
    /// <param name="packed">The file; it is the table's from now on.</param>
    /// <param name="limits">What is refused.</param>
    /// <exception cref="TableRefusedException">It is too large when unpacked, damaged, or no workbook.</exception>
    public XlsxTable(MemoryStream packed, ImportLimits limits)
    {
        this.limits = limits;
        Guarded(() => RefuseBombs(packed));
        document = Guarded(() => SpreadsheetDocument.Open(packed, isEditable: false, new OpenSettings { MaxCharactersInPart = limits.MostCharacters }));
        try
        {
            (sheets, texts) = Guarded(() => (Sheets(), Texts()));
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>How many sheets are looked at.</summary>
    public int SheetCount => Math.Min(sheets.Count, limits.MostSheets);

    /// <summary>The rows of a sheet that are not empty, in order.</summary>
    public IEnumerable<TableRow> Rows(int sheet)
    {
        using var reader = Guarded(() => OpenXmlReader.Create(sheets[sheet]));
        var number = 0;
        while (Guarded(reader.Read))
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value is { } said
                && int.TryParse(said, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : number + 1;
            var row = Guarded(() => ReadRow(reader, number));
            if (!row.IsBlank)
            {
                yield return row;
            }
        }
    }

    public void Dispose() => document.Dispose();

    private TableRow ReadRow(OpenXmlReader reader, int number)
    {
        List<string> cells = [];
        var (tooMany, length) = (false, 0);
        if (reader.ReadFirstChild())
        {
            do
            {
                if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
                {
                    var column = cell.CellReference?.Value is { } place ? ColumnOf(place) : cells.Count;
                    if (column >= limits.MostColumns || column < 0)
                    {
                        tooMany = true;
                        continue;
                    }

                    while (cells.Count <= column)
                    {
                        cells.Add("");
                    }

                    var text = TextOf(cell);
                    length += text.Length;
                    cells[column] = length <= limits.LongestRow ? CsvTable.Clean(text) : "";
                }
            }
            while (reader.ReadNextSibling());
        }

        return new TableRow(number, cells, tooMany ? RowProblemKind.TooManyColumns : length > limits.LongestRow ? RowProblemKind.RowTooLong : null);
    }

    private string TextOf(Cell cell)
    {
        var raw = cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? "" : cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString
            ? int.TryParse(raw, System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= 0 && index < texts.Count ? texts[index] : ""
            : raw;
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column - 1;
    }

    private void RefuseBombs(MemoryStream packed)
    {
        using var zip = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > limits.MostParts || zip.Entries.Sum(e => e.Length) > limits.LargestUnpacked)
        {
            throw new TableRefusedException(TableRefusal.TooLarge);
        }

        packed.Position = 0;
    }

    private List<WorksheetPart> Sheets()
    {
        var book = document.WorkbookPart ?? throw new TableRefusedException(TableRefusal.NotATable);
        return [.. book.Workbook.Descendants<Sheet>().Take(limits.MostSheets)
            .Where(s => s.Id?.Value is not null).Select(s => book.GetPartById(s.Id!.Value!)).OfType<WorksheetPart>()];
    }

    private List<string> Texts()
    {
        List<string> found = [];
        long characters = 0;
        if (document.WorkbookPart?.SharedStringTablePart is not { } part)
        {
            return found;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                var text = reader.LoadCurrentElement()!.InnerText;
                characters += text.Length;
                if (found.Count >= limits.MostSharedTexts || characters > limits.MostSharedCharacters)
                {
                    throw new TableRefusedException(TableRefusal.TooLarge);
                }

                found.Add(text);
            }
        }

        return found;
    }

    private static void Guarded(Action read) => Guarded(() =>
    {
        read();
        return true;
    });

    // What a damaged or hostile workbook makes the reader throw is the file's fault, not ours.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException xml)
        {
            throw new TableRefusedException(xml.Message.Contains("MaxCharacters", StringComparison.Ordinal) ? TableRefusal.TooLarge : TableRefusal.Damaged);
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or InvalidDataException or FileFormatException or ArgumentException
            or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new TableRefusedException(TableRefusal.Damaged);
        }
    }
}
