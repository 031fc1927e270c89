using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Insight;
using PosCases.Insight.Reports;
using PosCases.Platform.Documents;
using PosCases.Web.Cases;
using PosCases.Web.Design;
using Heading = PosCases.Platform.Documents.Heading;

namespace PosCases.Web.Insight;

/// <summary>Writes reports with the words of the screens, in the language that was asked for.</summary>
internal sealed class ReportWords(IServiceScopeFactory scopes) : IReportWords
{
    public Report Write(Board? board, InsightFilter filter, ViewBoard.Answer answer, string language)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            using var scope = scopes.CreateScope();
            return ActivatorUtilities.CreateInstance<ReportWriter>(scope.ServiceProvider).Write(board, filter, answer, language);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}

/// <summary>Writes in the language of the moment.</summary>
internal sealed class ReportWriter(IStringLocalizer<InsightText> text, InsightWords words)
{
    public Report Write(Board? board, InsightFilter filter, ViewBoard.Answer answer, string language)
    {
        var (from, to, name) = (InsightWords.Day(answer.Span.From), InsightWords.Day(answer.Span.To), words.Of(board));
        var title = text["Report.Title", name].Value;
        List<Block> blocks = [Paragraph.Of(text["Report.Intro", from, to, answer.At.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)], ParagraphStyle.Flush)];
        List<string> notes = [];
        if (answer.Compared is { } compared)
        {
            notes.Add(text["Report.Compared", InsightWords.Day(compared.From), InsightWords.Day(compared.To)]);
        }

        notes.AddRange(new[] { new InsightAddress { Filter = filter }.IsNarrowed ? text["Report.Narrowed"].Value : "", answer.OwnOnly ? text["OwnOnly"].Value : "", text["RestrictedNote"].Value }.Where(n => n.Length > 0));
        blocks.AddRange(notes.Select(n => Paragraph.Of(n, ParagraphStyle.Small)));
        blocks.AddRange(answer.Figures.SelectMany(f => BlocksOf(f, answer)));
        return new Report(
            text["Report.FileName", board is { } one ? InsightAddress.Slug(one) : "all", from],
            text["Report.Subject", name, from, to],
            text["Report.Mail", title, from, to].Value.Replace("\\n", "\n", StringComparison.Ordinal),
            new PrintDocument(title, language, blocks) { Header = text["Report.Header", text["Span", from, to].Value], MadeAt = answer.At },
            [.. answer.Figures.Select(f => SheetOf(f, answer))]);
    }

    private IEnumerable<Block> BlocksOf(FigureAnswer found, ViewBoard.Answer answer)
    {
        var figure = found.Figure;
        yield return new Heading(1, figure.Name.Read());
        yield return Paragraph.Of(figure.Counts.Read(), ParagraphStyle.Small);
        foreach (var remark in Remarks(found))
        {
            yield return Paragraph.Of(remark, ParagraphStyle.Small);
        }

        if (words.Bars(found, answer.Institutions) is { Count: > 1 } bars)
        {
            yield return new ChartBlock(bars, figure.Key == FigureKey.Day);
        }

        var compares = answer.Compared is not null && !figure.IsNow;
        List<TableColumn> columns = [new(text[$"Key.{figure.Key}"], 3), new(text[$"UnitName.{figure.Unit}"], 2, IsNumeric: true)];
        columns.AddRange(compares ? [new TableColumn(text["Before"], 2, IsNumeric: true), new TableColumn(text["Change"], 2, IsNumeric: true)] : []);
        columns.Add(new(text["Sample"], 1, IsNumeric: true));
        var rows = found.Rows.Where(r => figure.Key != FigureKey.Day || r.Sample > 0).Select(r => (Name: words.Row(figure, r.Key, answer.Institutions), Row: r)).Append((text[found.Rows.Count > 0 ? "All" : "Value"].Value, found.Total));
        yield return new TableBlock(columns, [.. rows.Select(r => (IReadOnlyList<IReadOnlyList<Run>>)[.. Cells(figure, r.Item1, r.Item2, compares)])]);
    }

    private IEnumerable<IReadOnlyList<Run>> Cells(Figure figure, string name, FigureRow row, bool compares)
    {
        yield return [new Run(name)];
        yield return [new Run(words.Value(figure, row.Value))];
        if (compares)
        {
            yield return [new Run(row.Before is null ? "" : words.Value(figure, row.Before))];
            yield return [new Run(row.Change is null ? "" : words.Change(figure, row))];
        }

        yield return [new Run(row.Sample.ToString(CultureInfo.InvariantCulture))];
    }

    private IEnumerable<string> Remarks(FigureAnswer found)
    {
        if (found.IsSmall)
        {
            yield return text["SmallSample", Figures.SmallSample];
        }

        if (found.Missing > 0)
        {
            yield return text["Missing", found.Missing];
        }

        if (found.Hidden > 0)
        {
            yield return text["Hidden", found.Hidden];
        }
    }

    private PrintSheet SheetOf(FigureAnswer found, ViewBoard.Answer answer)
    {
        var figure = found.Figure;
        return new PrintSheet(
            figure.Name.Read(),
            [text["Sheet.Note", figure.Name.Read(), text["Span", InsightWords.Day(answer.Span.From), InsightWords.Day(answer.Span.To)].Value], figure.Counts.Read(), .. Remarks(found)],
            [text[$"Key.{figure.Key}"], text[$"UnitName.{figure.Unit}"], text["Before"], text["Change"], text["Sample"]],
            [
                .. found.Rows.Select(r => (IReadOnlyList<object?>)[figure.Key == FigureKey.Day ? DateOnly.ParseExact(r.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture) : words.Row(figure, r.Key, answer.Institutions), r.Value, r.Before, r.Change, r.Sample]),
                [text[found.Rows.Count > 0 ? "All" : "Value"].Value, found.Total.Value, found.Total.Before, found.Total.Change, found.Total.Sample],
            ]);
    }
}
