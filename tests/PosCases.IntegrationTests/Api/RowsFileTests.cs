using System.Text;
using PosCases.Cases.Worklist;
using PosCases.Platform.Tools;
using PosCases.Web.Desk.Export;

namespace PosCases.IntegrationTests.Api;

public sealed class RowsFileTests
{
    private static readonly string[] Header = ["Name", "Amount"];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "+86")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("plain", "plain")]
    public async Task No_cell_is_a_formula_and_every_cell_is_read_back(string value, string written)
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, [[value, 1.50m]]));

        Assert.Equal($"\uFEFFName,Amount\r\n{written},1.50\r\n", text);
    }

    [Fact]
    public async Task A_list_without_rows_still_says_its_columns()
    {
        Assert.Equal("\uFEFFName,Amount\r\n", Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, [])));
        Assert.Equal(["Name", "Amount"], (await SheetsAsync(await WriteAsync(ExportFormat.Xlsx, []))).Single().Single());
    }

    [Fact]
    public async Task A_workbook_begins_a_new_sheet_where_a_spreadsheet_has_no_more_rows_and_LibreOffice_opens_it()
    {
        var bytes = await WriteAsync(ExportFormat.Xlsx, [["=1+1", 1m], ["\u534e\u5357 <&>\u0001", 2.25m], ["c", null], ["d", 4m], ["e", 5m]], mostRows: 3);

        var sheets = await SheetsAsync(bytes);
        Assert.Equal([3, 3, 2], sheets.Select(s => s.Count));
        Assert.All(sheets, s => Assert.Equal(Header, s[0]));
        Assert.Equal("'=1+1", sheets[0][1][0]);
        Assert.Equal("\u534e\u5357 <&>", sheets[0][2][0]);
        var opened = await ConvertAsync(bytes);
        Assert.SkipWhen(opened is null, "LibreOffice is not installed");
        Assert.Equal("Name,Amount\n'=1+1,1.00\n\u534e\u5357 <&>,2.25\n", opened);
    }

    private static async Task<byte[]> WriteAsync(ExportFormat format, IEnumerable<object?[]> rows, int? mostRows = null)
    {
        var ct = TestContext.Current.CancellationToken;
        using var stream = new OneWay();
        await using (RowsFile file = mostRows is { } most ? new XlsxRows(stream, Header, most) : RowsFile.On(stream, format, Header))
        {
            foreach (var row in rows)
            {
                await file.WriteAsync(row, ct);
            }

            await file.EndAsync(ct);
        }

        return stream.Bytes;
    }

    private static async Task<List<List<IReadOnlyList<string>>>> SheetsAsync(byte[] bytes)
    {
        await Task.Yield();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var stream = entry.Open();
            return System.Xml.Linq.XDocument.Load(stream).Descendants().Where(e => e.Name.LocalName == "row")
                .Select(row => (IReadOnlyList<string>)[.. row.Elements().Select(c => c.Value)]).ToList();
        })];
    }

    // The first sheet as text, by the program that people open it with.
    private static async Task<string?> ConvertAsync(byte[] bytes)
    {
        using var tools = new ExternalTools(new ToolOptions());
        if (!tools.IsThere(Tool.LibreOffice))
        {
            return null;
        }

        using var folder = tools.NewFolder();
        await File.WriteAllBytesAsync(folder.File("list.xlsx"), bytes, TestContext.Current.CancellationToken);
        await tools.RunAsync(
            Tool.LibreOffice,
            ["--headless", "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.Path, folder.File("list.xlsx")],
            new ToolLimits(),
            TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(folder.File("list.csv"), TestContext.Current.CancellationToken);
    }

    /// <summary>As a response is: written once, from the beginning to the end, and never at once with the caller's thread.</summary>
    private sealed class OneWay : Stream
    {
        private readonly MemoryStream kept = new();

        public byte[] Bytes => kept.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => kept.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => kept.WriteAsync(buffer, offset, count, cancellationToken);
    }
}
