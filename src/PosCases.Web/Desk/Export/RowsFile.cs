using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using PosCases.Cases.Transactions;
using PosCases.Cases.Worklist;

namespace PosCases.Web.Desk.Export;

/// <summary>A file of rows that is written while it is sent: it holds one row, whatever the number of rows.</summary>
internal abstract class RowsFile : IAsyncDisposable
{
    private protected static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Begins a file.</summary>
    public static RowsFile On(Stream stream, ExportFormat format, IReadOnlyList<string> header) => format switch
    {
        ExportFormat.Csv => new CsvRows(stream, header),
        ExportFormat.Xlsx => new XlsxRows(stream, header, XlsxRows.MostRows),
    };

    /// <summary>Media type of the file.</summary>
    public static string MediaTypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>Writes a row: text, numbers, days, moments, nothing.</summary>
    public abstract Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken ct);

    /// <summary>Writes what stands at the end of the file.</summary>
    public abstract Task EndAsync(CancellationToken ct);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>RFC 4180 with the mark of UTF-8; what a spreadsheet would carry out has an apostrophe before it.</summary>
internal sealed class CsvRows(Stream stream, IReadOnlyList<string> header) : RowsFile
{
    private readonly StringBuilder line = new("\uFEFF");
    private bool hasHeader;

    public override async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken ct)
    {
        Begin();
        line.AppendJoin(',', cells.Select(cell => CsvText.Cell(TextOf(cell)))).Append("\r\n");
        if (line.Length > 16 * 1024)
        {
            await FlushAsync(ct);
        }
    }

    public override Task EndAsync(CancellationToken ct)
    {
        Begin();
        return FlushAsync(ct);
    }

    private void Begin()
    {
        if (!hasHeader)
        {
            line.AppendJoin(',', header.Select(CsvText.Cell)).Append("\r\n");
            hasHeader = true;
        }
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await stream.WriteAsync(Utf8.GetBytes(line.ToString()), ct);
        line.Clear();
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}

/// <summary>
/// A workbook without a library: packages that build one keep it in memory, this one writes row after row into the packed stream. The next sheet begins
/// where a spreadsheet has no more rows.
/// </summary>
internal sealed class XlsxRows : RowsFile
{
    /// <summary>Most rows that a spreadsheet can show.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly IReadOnlyList<string> header;
    private readonly int mostRows;
    private readonly Stream target;
    private readonly Packed packed = new();
    private readonly ZipArchive zip;
    private readonly StringBuilder part = new();
    private Stream? sheet;
    private int sheets;
    private int rows;

    public XlsxRows(Stream stream, IReadOnlyList<string> header, int mostRows)
    {
        (target, this.header, this.mostRows) = (stream, header, mostRows);
        zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
    }

    public override async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken ct)
    {
        if (sheet is null || rows == mostRows)
        {
            await BeginSheetAsync(ct);
        }

        Append(cells);
        if (part.Length > 16 * 1024)
        {
            await FlushAsync(ct);
        }
    }

    public override async Task EndAsync(CancellationToken ct)
    {
        if (sheet is null)
        {
            await BeginSheetAsync(ct);
        }

        await EndSheetAsync(ct);
        var numbers = Enumerable.Range(1, sheets).ToList();
        await PutAsync("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"))}</sheets></workbook>", ct);
        await PutAsync("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}relationships\">{string.Concat(numbers.Select(n => $"<Relationship Id=\"r{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id=\"rs\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>", ct);
        // Styles: 0 as it is, 1 a day, 2 a moment, 3 an amount.
        await PutAsync("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>", ct);
        await PutAsync("_rels/.rels", $"<Relationships xmlns=\"{Packages}relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", ct);
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        await PutAsync("[Content_Types].xml", $"<Types xmlns=\"{Packages}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}styles+xml\"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Kind}worksheet+xml\"/>"))}</Types>", ct);
        await zip.DisposeAsync();
        await packed.DrainAsync(target, ct);
    }

    public override async ValueTask DisposeAsync()
    {
        if (sheet is not null)
        {
            await sheet.DisposeAsync();
        }

        await packed.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task BeginSheetAsync(CancellationToken ct)
    {
        await EndSheetAsync(ct);
        sheet = await zip.CreateEntry($"xl/worksheets/sheet{++sheets}.xml", CompressionLevel.Fastest).OpenAsync(ct);
        part.Append(Start).Append("<worksheet xmlns=\"").Append(Main).Append("\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        rows = 0;
        Append(header);
    }

    private async Task EndSheetAsync(CancellationToken ct)
    {
        if (sheet is not null)
        {
            part.Append("</sheetData></worksheet>");
            await FlushAsync(ct);
            await sheet.DisposeAsync();
            sheet = null;
        }
    }

    private async Task PutAsync(string name, string xml, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Utf8.GetBytes(Start + xml), ct);
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await sheet!.WriteAsync(Utf8.GetBytes(part.ToString()), ct);
        part.Clear();
        await packed.DrainAsync(target, ct);
    }

    private void Append(IReadOnlyList<object?> cells)
    {
        rows++;
        part.Append("<row>");
        foreach (var cell in cells)
        {
            _ = cell switch
            {
                null => part.Append("<c/>"),
                decimal amount => Number(3, amount.ToString(CultureInfo.InvariantCulture)),
                DateOnly day => Number(1, (day.ToDateTime(TimeOnly.MinValue) - Zero).TotalDays.ToString(CultureInfo.InvariantCulture)),
                DateTimeOffset at => Number(2, (at.DateTime - Zero).TotalDays.ToString("0.########", CultureInfo.InvariantCulture)),
                _ => part.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(Clean(CsvText.Harmless(cell.ToString() ?? "")))).Append("</t></is></c>"),
            };
        }

        part.Append("</row>");

        StringBuilder Number(int style, string value) => part.Append("<c s=\"").Append(style).Append("\"><v>").Append(value).Append("</v></c>");
    }

    // What XML cannot hold would make the file unreadable.
    private static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    /// <summary>Takes what the archive writes, at once and as it likes, until it is sent on; a response takes nothing that waits for the network in between.</summary>
    private sealed class Packed : Stream
    {
        private readonly MemoryStream kept = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public async Task DrainAsync(Stream target, CancellationToken ct)
        {
            await target.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), ct);
            kept.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            kept.Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            kept.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            kept.Dispose();
            base.Dispose(disposing);
        }
    }
}
