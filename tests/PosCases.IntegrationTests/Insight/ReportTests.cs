using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Insight;
using PosCases.Insight.Reports;
using PosCases.Platform.Tools;

namespace PosCases.IntegrationTests.Insight;

[Collection(InsightWorld.Name)]
public sealed partial class ReportTests(InsightHost host)
{
    [Fact]
    public async Task An_office_suite_reads_every_number_of_the_boards_in_the_workbook()
    {
        using var tools = new ExternalTools(new ToolOptions());
        Assert.SkipUnless(tools.IsThere(Tool.LibreOffice), "LibreOffice is not on this machine.");
        var filter = new InsightFilter { Period = PeriodKind.LastQuarter };
        var answer = await host.BoardAsync("zhao", null, filter);
        var report = host.Services.GetRequiredService<ReportMaker>().Write(null, filter, answer, "en");
        using var folder = tools.NewFolder();
        await File.WriteAllBytesAsync(folder.File("report.xlsx"), ReportMaker.Xlsx(report), TestContext.Current.CancellationToken);

        // Every sheet becomes a file of its own, with the values as they are and not as they are shown.
        var run = await tools.RunAsync(
            Tool.LibreOffice,
            ["--headless", "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", folder.Path, folder.File("report.xlsx")],
            new ToolLimits { WallTime = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken);

        Assert.IsType<ToolRun.Succeeded>(run);
        Assert.Equal(Figures.All.Count, report.Sheets.Count);
        foreach (var (figure, sheet) in answer.Figures.Zip(report.Sheets))
        {
            var file = Assert.Single(Directory.GetFiles(folder.Path, "report-*.csv"), f => Path.GetFileName(f) == $"report-{Name(sheet.Name)}.csv");
            var lines = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(l => l.Length > 0).ToList();
            Assert.Equal(figure.Total.Value, ValueOf(lines[^1]));
            Assert.Equal(figure.Rows.Select(r => r.Value), lines.TakeLast(figure.Rows.Count + 1).SkipLast(1).Select(ValueOf));
        }
    }

    [Fact]
    public async Task The_printed_report_says_period_definition_and_numbers_and_names_no_merchant()
    {
        var today = PosCases.Platform.ShanghaiTime.DateOf(host.Clock.GetUtcNow());
        var filter = new InsightFilter { Period = PeriodKind.Own, From = today.AddDays(-100), To = today };
        var answer = await host.BoardAsync("zhao", Board.Outcomes, filter);
        var report = host.Services.GetRequiredService<ReportMaker>().Write(Board.Outcomes, filter, answer, "zh-CN");

        var html = ReportMaker.Html(report).Html;

        Assert.Contains("结果报告", html, StringComparison.Ordinal);
        Assert.Contains(answer.Span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), html, StringComparison.Ordinal);
        Assert.Contains(Figures.Find("outcomes")!.Counts.Zh, System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("华南", html, StringComparison.Ordinal);
    }

    private static decimal? ValueOf(string line)
    {
        var cell = Cell().Matches(line)[1].Groups["said"].Value.Trim('"');
        return cell.Length == 0 ? null : decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string Name(string wanted) => wanted.Length <= 31 ? wanted : wanted[..31];

    // Words may hold commas; then they stand in quotes.
    [GeneratedRegex("(?:^|,)(?<said>\"(?:[^\"]|\"\")*\"|[^,]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();
}
