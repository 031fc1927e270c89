using PosCases.Platform.Documents;

namespace PosCases.Insight.Reports;

/// <summary>In which form a report is wanted.</summary>
public enum ReportFormat
{
    /// <summary>PDF, where Chromium is there.</summary>
    Pdf,

    /// <summary>A workbook, one sheet for each figure.</summary>
    Xlsx,

    /// <summary>A page to print.</summary>
    Html,
}

/// <summary>A report before it has a form.</summary>
/// <param name="FileName">Name without ending.</param>
/// <param name="Subject">Subject of the mail that brings it.</param>
/// <param name="MailText">What stands in that mail.</param>
/// <param name="Document">To print.</param>
/// <param name="Sheets">The same numbers as tables.</param>
public sealed record Report(string FileName, string Subject, string MailText, PrintDocument Document, IReadOnlyList<PrintSheet> Sheets);

/// <summary>The words of reports; the screens have the words, so they implement it.</summary>
public interface IReportWords
{
    /// <summary>Puts the figures into words.</summary>
    /// <param name="board">The board; none for all figures.</param>
    /// <param name="filter">Days and cases.</param>
    /// <param name="answer">The figures.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    Report Write(Board? board, InsightFilter filter, ViewBoard.Answer answer, string language);
}

/// <summary>Gives reports their form.</summary>
public sealed class ReportMaker(IReportWords words, PdfPrinter printer)
{
    /// <summary>Whether PDF can be made on this machine.</summary>
    public bool CanPrint => printer.IsThere;

    /// <summary>Puts the figures into words.</summary>
    public Report Write(Board? board, InsightFilter filter, ViewBoard.Answer answer, string language) => words.Write(board, filter, answer, language);

    /// <summary>The report as PDF; none where it cannot be made.</summary>
    public async Task<byte[]?> PdfAsync(Report report, CancellationToken ct) => CanPrint ? (await printer.PrintAsync(report.Document, ct)).Pdf : null;

    /// <summary>The report as a workbook.</summary>
    public static byte[] Xlsx(Report report) => XlsxWriter.Write(report.Sheets);

    /// <summary>The report as a page to print.</summary>
    public static HtmlWriter.Page Html(Report report) => HtmlWriter.Write(report.Document);
}
