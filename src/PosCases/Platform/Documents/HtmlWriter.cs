using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PosCases.Platform.Documents;

/// <summary>Writes a paper as one page of HTML with its style sheet inside: the page to print, and what the PDF is made of.</summary>
public static class HtmlWriter
{
    /// <summary>A page with its style sheet and the hash that lets a browser apply it and nothing else.</summary>
    /// <param name="Html">The page.</param>
    /// <param name="Policy">Content security policy under which it can be shown: no script, no file, no address, this style sheet only.</param>
    public sealed record Page(string Html, string Policy);

    /// <summary>Writes it. All words are escaped; nothing of them can become mark-up or style.</summary>
    public static Page Write(PrintDocument document)
    {
        var style = StyleOf(document);
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(document.IsChinese ? "zh-CN" : "en").Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(policy).Append("\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(Text(document.Title)).Append("</title><style>")
            .Append(style).Append("</style></head><body>\n");
        if (document.Mark is { } mark)
        {
            html.Append("<div class=\"draft\" aria-hidden=\"true\">").Append(Text(mark)).Append("</div><p class=\"draft-line\">").Append(Text(mark)).Append("</p>\n");
        }

        if (document.Header is { } head)
        {
            html.Append("<p class=\"head\">").Append(Text(head)).Append("</p>\n");
        }

        html.Append("<h1>").Append(Text(document.Title)).Append("</h1>\n");
        var newPage = false;
        foreach (var block in document.Blocks)
        {
            if (block is PageBreak)
            {
                newPage = true;
                continue;
            }

            html.Append(newPage ? "<div class=\"new-page\">" : "");
            Write(html, block);
            html.Append(newPage ? "</div>\n" : "\n");
            newPage = false;
        }

        return new Page(html.Append("</body></html>\n").ToString(), policy);
    }

    private static string StyleOf(PrintDocument document)
    {
        var words = DocumentWords.For(document);
        var counting = document.CountsPages
            ? $"@page {{ @bottom-center {{ font: 10.5pt \"Times New Roman\", \"Noto Serif CJK SC\", serif; content: \"{words.BeforePage}\" counter(page) \"{words.BetweenPages}\" counter(pages) \"{words.AfterPages}\"; }} }}"
            : "";
        return DocumentFiles.Read("print.css") + counting;
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                var level = heading.Level == 1 ? "h2" : "h3";
                html.Append('<').Append(level).Append('>').Append(Text(heading.Text)).Append("</").Append(level).Append('>');
                break;
            case Paragraph paragraph:
                html.Append("<p class=\"").Append(paragraph.Style.ToString().ToLowerInvariant()).Append("\">").Append(Runs(paragraph.Runs)).Append("</p>");
                break;
            case ListBlock list:
                var kind = list.IsNumbered ? "ol" : "ul";
                html.Append('<').Append(kind).Append('>').AppendJoin("", list.Items.Select(i => $"<li>{Runs(i)}</li>")).Append("</").Append(kind).Append('>');
                break;
            case TableBlock table:
                Write(html, table);
                break;
            case ChartBlock chart:
                html.Append("<figure>").Append(chart.IsStanding ? BarChart.Standing(chart.Bars) : BarChart.Lying(chart.Bars)).Append("</figure>");
                break;
            case SignatureBlock sign:
                html.Append("<div class=\"sign\">").AppendJoin("", sign.Lines.Select(l => $"<p>{Text(l.Label)}{Runs(l.Text)}</p>")).Append("</div>");
                break;
            case LawBlock laws:
                html.Append("<div class=\"laws\"><h2>").Append(Text(laws.Title)).Append("</h2><p class=\"small\">").Append(Text(laws.Note)).Append("</p><ol>")
                    .AppendJoin("", laws.References.Select(r => $"<li>{Text(r.Name)} — {Text(r.Label)} — {Text(r.CheckedOn)}</li>")).Append("</ol></div>");
                break;
            case PageBreak:
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is not known to the writer.");
        }
    }

    private static void Write(StringBuilder html, TableBlock table)
    {
        var total = Math.Max(1, table.Columns.Sum(c => c.Share));
        html.Append("<table><colgroup>")
            .AppendJoin("", table.Columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"<col width=\"{c.Share * 100 / total}%\">")))
            .Append("</colgroup><thead><tr>").AppendJoin("", table.Columns.Select(c => $"<th scope=\"col\">{Text(c.Title)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Index().Select(c => $"<td{(IsNumeric(table, c.Index) ? " class=\"num\"" : "")}>{Runs(c.Item)}</td>")).Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static bool IsNumeric(TableBlock table, int column) => column < table.Columns.Count && table.Columns[column].IsNumeric;

    private static string Runs(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Look switch
    {
        RunLook.Plain => Text(run.Text),
        RunLook.Bold => $"<strong>{Text(run.Text)}</strong>",
        RunLook.Missing => $"<mark>{Text(run.Text)}</mark>",
    }));

    private static string Text(string text) => WebUtility.HtmlEncode(PlainText.Clean(text)).Replace("\n", "<br>", StringComparison.Ordinal);
}
