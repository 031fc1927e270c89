using System.IO.Compression;
using PosCases.Platform.Documents;

namespace PosCases.UnitTests.Insight;

public sealed class ReportFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Words_that_begin_like_a_formula_become_words(string typed, string written) => Assert.Equal(written, XlsxWriter.Harmless(typed));

    [Fact]
    public void A_workbook_holds_numbers_as_numbers_and_words_never_as_formulas()
    {
        var book = XlsxWriter.Write([new PrintSheet("a/b[1]", ["note"], ["Name", "Value"], [["=HYPERLINK(\"x\")", 12.5m], [new DateOnly(2026, 11, 2), 3]]), new PrintSheet("a/b[1]", [], ["x"], [])]);

        using var zip = new ZipArchive(new MemoryStream(book));
        var sheet = Read("xl/worksheets/sheet1.xml") ?? Read("xl/worksheets/sheet.xml")!;
        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", sheet, StringComparison.Ordinal);
        Assert.Contains("<x:v>12.5</x:v>", sheet, StringComparison.Ordinal);
        Assert.Contains("<x:v>46328</x:v>", sheet, StringComparison.Ordinal);
        Assert.Contains("name=\"a b 1\"", Read("xl/workbook.xml")!, StringComparison.Ordinal);
        Assert.Contains("name=\"a b 1 2\"", Read("xl/workbook.xml")!, StringComparison.Ordinal);

        string? Read(string path)
        {
            if (zip.GetEntry(path) is not { } entry)
            {
                return null;
            }

            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public void A_chart_says_every_value_in_digits_and_its_words_stay_words()
    {
        var svg = BarChart.Lying([new ChartBar("<b>冻结</b>", 4, "4 <i>", 2), new ChartBar("x", null, "none")]);

        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.Contains("4 &lt;i&gt;", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        Assert.Equal(3, svg.Split("<rect").Length - 1);
    }
}
