using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Packs;
using PosCases.Cases.Resolution;
using PosCases.Platform.Documents;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Desk.Packs;

/// <summary>Writes the fronts of packs and dossiers with the words of the screens, in the language that was asked for.</summary>
internal sealed class PackWords(IServiceScopeFactory scopes) : IPackWords
{
    public PrintDocument Front(PackFacts facts) => In(facts.Pack, writer => facts.Dossier is null ? writer.Cover(facts) : writer.Dossier(facts, facts.Dossier));

    public string Stamp(PackFacts facts, PackEntry? entry, int page, int pages) => In(
        facts.Pack, writer => writer.T[entry is null ? "Doc.Stamp" : "Doc.StampPaper", facts.Case.Number, page, pages, entry?.Number ?? 0].Value);

    public string ReadMe(PackFacts facts) => In(
        facts.Pack, writer => writer.T["ReadMe", facts.Case.Number, facts.Pack.Number].Value.Replace("\\n", "\n", StringComparison.Ordinal) + "\n");

    public string NameOf(CasePack pack, string code) => In(pack, writer => writer.Words.Evidence(code));

    private T In<T>(CasePack pack, Func<PackWriter, T> write)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(pack.Language);
            using var scope = scopes.CreateScope();
            return write(ActivatorUtilities.CreateInstance<PackWriter>(scope.ServiceProvider));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}

/// <summary>Writes in the language of the moment.</summary>
internal sealed class PackWriter(IStringLocalizer<PackText> text, IStringLocalizer<DesignText> time, CaseWords words, CaseEventText events)
{
    public IStringLocalizer<PackText> T => text;

    public CaseWords Words => words;

    public PrintDocument Cover(PackFacts facts)
    {
        if (facts.Letter is { Paper: var letter })
        {
            return Document(facts, letter.Title, [.. letter.Blocks, new PageBreak(), FactsOf(facts), .. Index(facts)]);
        }

        List<Block> blocks =
        [
            Paragraph.Of(text["Doc.To", facts.Addressee ?? ""], ParagraphStyle.Flush),
            .. (facts.Pack.CoverNote ?? "").Split('\n').Select(line => Paragraph.Of(line.Trim())),
            FactsOf(facts),
            new SignatureBlock([new SignatureLine(text["Doc.Signature"], []), new SignatureLine(text["Doc.Date"], [])]),
            new PageBreak(),
            .. Index(facts),
        ];
        return Document(facts, text["Doc.Title"], blocks);
    }

    private TableBlock FactsOf(PackFacts facts) => Facts(
        ("Doc.Case", facts.Case.Number), ("Doc.Merchant", facts.Merchant), ("Doc.Measure", MeasuresOf(facts.Case)),
        ("Doc.Document", Joined(facts.Case.Measures.Select(m => m.DocumentNumber))), ("Doc.Amount", Joined(facts.Case.Measures.Select(m => Money(m.Amount)))),
        ("Doc.Since", Joined(facts.Case.Measures.Select(m => Day(m.Since)))), ("Doc.Letter", facts.Letter is { Letter: var l } ? text["Letter.Choice", l.Title, l.Number] : ""),
        ("Doc.LetterHash", facts.Letter?.Letter.Sha256 ?? ""), ("Doc.MadeAt", At(facts.MadeAt)));

    public PrintDocument Dossier(PackFacts facts, DossierFacts more)
    {
        var found = facts.Case;
        List<Block> blocks =
        [
            Facts(
                ("Doc.Case", found.Number), ("Doc.Merchant", facts.Merchant), ("Doc.Status", words.Of(found.Status)), ("Doc.Filed", At(found.FiledAt)),
                ("Doc.MadeAt", At(facts.MadeAt))),
            .. Part(
                "Doc.Measures", ["Doc.Measure", "Doc.ImposedBy", "Doc.Document", "Doc.Amount", "Doc.Since"],
                found.Measures.Select(m => Cells(words.Of(m.Kind), m.InstitutionName ?? words.Of(m.ImposedBy), m.DocumentNumber, Money(m.Amount), Day(m.Since)))),
            .. Part(
                "Doc.Causes", ["Doc.Causes", "Doc.Confidence", "Doc.Source", "Doc.Note"],
                found.Causes.Where(c => c.RemovedAt is null).Select(c => Cells(words.Cause(c.Code), words.Of(c.Confidence), words.Of(c.Source), c.Note))),
            .. Part(
                "Doc.Checks", ["Doc.At", "Doc.Institution", "Doc.Channel", "Doc.Answer", "Doc.Note"],
                found.Checks.Select(c => Cells(Minute(c.At), more.Institutions.GetValueOrDefault(c.InstitutionId), c.Channel, words.Of(c.Answer), c.Said)), [3, 4, 3, 3, 6]),
            .. Index(facts),
            .. Part(
                "Doc.Communication", ["Doc.At", "Doc.Institution", "Doc.Medium", "Doc.Who", "Doc.Summary"],
                found.Communications.OrderBy(e => e.At).Select(e => Cells(
                    Minute(e.At), InstitutionOf(found, e.PartyId, more), $"{words.Of(e.Medium)} {words.Of(e.Direction)}", e.ByName, e.Summary)), [3, 3, 2, 2, 7]),
            .. Part(
                "Doc.Rounds", ["Doc.At", "Doc.Institution", "Doc.Medium", "Doc.PagesCount", "Doc.Answer"],
                found.Rounds.Select(r => Cells(
                    Minute(r.SentAt), InstitutionOf(found, r.PartyId, more), words.Of(r.Medium), Whole(r.Papers.Count), r.Answer is { } answer ? words.Of(answer) : null))),
            .. Part(
                "Doc.Ledger", ["Doc.Date", "Doc.Kind", "Doc.Amount", "Doc.Remaining", "Doc.Proof"],
                LedgerLine.Of(found.Ledger).Select(l => Cells(Day(l.Entry.On), words.Of(l.Entry.Kind), Money(l.Entry.Amount), Money(l.Remaining), l.Entry.Proof))),
            .. Part(
                "Doc.Decisions", ["Doc.At", "Doc.Outcome", "Doc.Note", "Doc.Who", "Doc.Review"],
                found.Proposals.Select(p => Cells(
                    Minute(p.ProposedAt), words.Of(p.Outcome), p.Statement, p.ProposedByName, Joined([words.Of(p.State), p.ReviewedByName, p.ReviewNote]))), [3, 3, 6, 2, 4]),
            .. Part(
                "Doc.Timeline", ["Doc.At", "Doc.Who", "Doc.What"],
                more.Events.Select(e => Cells(Minute(e.At), e.ActorName.Length > 0 ? e.ActorName : text["Doc.System"], events.Of(e, forMerchant: false))), [3, 2, 9]),
            .. Part("Doc.Messages", ["Doc.At", "Doc.Who", "Doc.What"], more.Messages.Select(m => Cells(Minute(m.At), m.AuthorName, m.Text)), [3, 2, 9]),
            .. Part(
                "Doc.Custody", ["Doc.At", "Doc.File", "Doc.What", "Doc.Who", "Doc.From"],
                more.Custody.Select(e => Cells(
                    Minute(e.At), found.Evidence.FirstOrDefault(i => i.Id == e.ItemId)?.FileName, words.Of(e.Kind), e.ByName.Length > 0 ? e.ByName : text["Doc.System"], e.From)), [4, 5, 3, 3, 4]),
            .. Part(
                "Doc.Audit", ["Doc.Seq", "Doc.At", "Doc.Who", "Doc.What", "Doc.Result", "Doc.AuditHash"],
                more.Audit.Select(e => Cells(
                    Whole(e.Seq), Minute(e.At), more.AuditNames.GetValueOrDefault(e.ActorId, text["Doc.System"]), e.Message, e.Outcome, Convert.ToHexStringLower(e.Hash)[..16])), [2, 4, 3, 5, 3, 4]),
            Paragraph.Of(text["Doc.AuditNote"], ParagraphStyle.Small),
        ];
        return Document(facts, text["Doc.TitleDossier"], blocks);
    }

    private static string Joined(IEnumerable<string?> parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Distinct());

    private static string InstitutionOf(Case found, Guid party, DossierFacts more) =>
        found.Parties.FirstOrDefault(p => p.Id == party) is { } known ? more.Institutions.GetValueOrDefault(known.InstitutionId, "") : "";

    private static string[] Cells(params string?[] cells) => [.. cells.Select(c => c ?? "")];

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private PrintDocument Document(PackFacts facts, string title, IReadOnlyList<Block> blocks) => new(title, facts.Pack.Language, blocks)
    {
        Header = text["Doc.Header", facts.Case.Number, facts.Pack.Number, text[$"PackVariant.{facts.Pack.Variant}"]],
        Author = facts.Pack.ByName,
        MadeAt = facts.MadeAt,
        CountsPages = false,
    };

    private string MeasuresOf(Case found) => Joined(found.Measures.Where(m => m.LiftedAt is null).Select(m => words.Of(m.Kind)));

    private IEnumerable<Block> Index(PackFacts facts)
    {
        var rows = facts.Entries.Select(e => Cells(
            Whole(e.Number), words.Evidence(e.Code), e.FileName, e.FirstPage is { } page ? Whole(page) : text[$"PackPart.{e.How}"], e.Pages > 0 ? Whole(e.Pages) : "", e.Sha256));
        foreach (var block in Part("Doc.Index", ["Doc.Number", "Doc.Paper", "Doc.File", "Doc.Page", "Doc.PagesCount", "Doc.Hash"], rows, [2, 5, 6, 3, 2, 10]))
        {
            yield return block;
        }

        if (facts.Entries.Any(e => e.How == PackPart.Attached))
        {
            yield return Paragraph.Of(text["Doc.AttachedNote"], ParagraphStyle.Small);
        }

        if (facts.Entries.Any(e => e.How == PackPart.Withheld))
        {
            yield return Paragraph.Of(text["Doc.WithheldNote"], ParagraphStyle.Small);
        }

        yield return Paragraph.Of(text["Doc.HashNote"], ParagraphStyle.Small);
    }

    private TableBlock Facts(params (string Key, string Value)[] facts) => new(
        [new TableColumn(text["Doc.Field"]), new TableColumn(text["Doc.Value"], 3)],
        [.. facts.Where(f => f.Value.Length > 0).Select(f => (IReadOnlyList<IReadOnlyList<Run>>)[[new Run(text[f.Key])], [new Run(f.Value)]])]);

    private IEnumerable<Block> Part(string title, string[] columns, IEnumerable<string[]> rows, int[]? shares = null)
    {
        IReadOnlyList<IReadOnlyList<Run>>[] cells = [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(c => (IReadOnlyList<Run>)[new Run(c)])])];
        yield return new PosCases.Platform.Documents.Heading(1, text[title]);
        yield return cells.Length == 0
            ? Paragraph.Of(text["Doc.Empty"])
            : new TableBlock([.. columns.Select((key, at) => new TableColumn(text[key], shares?[at] ?? 1))], cells);
    }

    private string At(DateTimeOffset at) => new WhenText(time).Exact(at);

    // In a table the column's head says whose clock it is.
    private static string Minute(DateTimeOffset at) => at.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Money(decimal? amount) => amount is { } known ? MoneyText.Format(known) : "";
}
