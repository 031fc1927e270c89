using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Rules;

namespace PosCases.Letters;

/// <summary>Turns a version of a letter into a paper to print.</summary>
internal static class LetterPaper
{
    /// <summary>The paper with the rules that its template cites, and the number of its case.</summary>
    public static async Task<(PrintDocument Paper, string CaseNumber)> OfAsync(AppDb db, Letter letter, LetterVersion version, DateTimeOffset at, CancellationToken ct)
    {
        var template = LetterLibrary.Find(letter.Template, letter.TemplateVersion) ?? LetterLibrary.Find(letter.Template)!;
        List<string> codes = [.. template.Rules];
        var rules = await db.Set<Rule>().AsNoTracking().Where(r => codes.Contains(r.Code)).ToListAsync(ct);
        var number = await db.Set<Case>().Where(c => c.Id == letter.CaseId).Select(c => c.Number).SingleAsync(ct);
        return (Of(letter, version, number, [.. rules.OrderBy(r => codes.IndexOf(r.Code))], at), number);
    }

    /// <summary>The paper.</summary>
    public static PrintDocument Of(Letter letter, LetterVersion version, string caseNumber, IReadOnlyList<Rule> rules, DateTimeOffset at)
    {
        var (content, language, words) = (version.Content, letter.Language, LetterLibrary.Words);
        List<Block> blocks = [];
        if (content.Addressee.Length > 0)
        {
            blocks.Add(new Paragraph(ParagraphStyle.Flush, Runs(content.Addressee)));
        }

        foreach (var section in content.Sections)
        {
            if (section.Heading.Length > 0)
            {
                blocks.Add(new Heading(1, section.Heading));
            }

            blocks.AddRange(Blocks(section));
        }

        blocks.Add(new SignatureBlock([.. content.Signatures.Select(s => new SignatureLine(s.Label, Runs(s.Text)))]));
        if (rules.Count > 0)
        {
            blocks.Add(new LawBlock(words.Say("laws", language), words.Say("lawNote", language), [.. rules.Select(r => Cite(r.Card, language))]));
        }

        return new PrintDocument(content.Title, language == LetterLanguage.English ? "en" : "zh-CN", blocks)
        {
            Mark = version.Number == letter.FinalNumber ? null : words.Say(letter.State == LetterState.InReview ? "inReview" : "draft", language),
            Header = letter.ForMerchant ? null : words.Say("caseNumber", language, caseNumber),
            Author = "PosCases",
            MadeAt = at,
        };
    }

    private static IEnumerable<Block> Blocks(LetterSection section)
    {
        var lines = section.Body.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return section.Kind switch
        {
            SectionKind.Text => lines.Select(l => (Block)new Paragraph(ParagraphStyle.Body, Runs(l))),
            SectionKind.List => lines.Count == 0 ? [] : [new ListBlock(false, [.. lines.Select(Runs)])],
            SectionKind.Table => lines.Count == 0 ? [] : [Table(lines)],
        };
    }

    private static TableBlock Table(List<string> lines)
    {
        var head = Cells(lines[0]);
        var known = LetterLibrary.Words.Heads.Values.SelectMany(h => h).ToLookup(c => c.Zh, StringComparer.Ordinal);
        var english = LetterLibrary.Words.Heads.Values.SelectMany(h => h).ToLookup(c => c.En, StringComparer.Ordinal);
        var columns = head.Select(title => known[title].Concat(english[title]).FirstOrDefault() is { } column
            ? new TableColumn(title, column.Share, column.Numeric)
            : new TableColumn(title, 2)).ToList();
        return new TableBlock(columns, [.. lines.Skip(1).Select(line => Row(Cells(line), columns.Count))]);
    }

    // A row with more cells than the head keeps the rest in its last one; nothing typed is lost.
    private static List<IReadOnlyList<Run>> Row(List<string> cells, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Runs(i == count - 1 && cells.Count > count ? string.Join(" | ", cells.Skip(i)) : cells.ElementAtOrDefault(i) ?? ""))];

    private static List<string> Cells(string line) => [.. line.Split('|').Select(c => c.Trim())];

    private static List<Run> Runs(string text)
    {
        List<Run> runs = [];
        var at = 0;
        foreach (System.Text.RegularExpressions.Match mark in LetterLibrary.Words.Marks.Matches(text))
        {
            if (mark.Index > at)
            {
                runs.Add(new Run(text[at..mark.Index]));
            }

            runs.Add(new Run(mark.Value, RunLook.Missing));
            at = mark.Index + mark.Length;
        }

        if (at < text.Length)
        {
            runs.Add(new Run(text[at..]));
        }

        return runs;
    }

    private static LawReference Cite(RuleCard card, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        var name = language == LetterLanguage.English ? $"{card.TitleEn}, {card.ArticleEn}" : $"\u300a{card.TitleZh}\u300b{card.ArticleZh}";
        var issued = card.IssuedOn is { } day ? words.Say("issued", language, words.Day(day, language)) : null;
        return new LawReference(
            issued is null ? name : $"{name} ({issued})",
            words.Labels[card.Label.ToString()].In(language),
            words.Say("checked", language, words.Day(card.LastCheckedOn, language)));
    }
}
