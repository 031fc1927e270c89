using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace PosCases.Platform.Documents;

/// <summary>
/// Writes a paper as DOCX that can be edited further: real headings, lists and tables, East Asian fonts by the names under which office
/// programs know them, margins after GB/T 9704, no macros and nothing that points outside.
/// </summary>
public static class DocxWriter
{
    /// <summary>Media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes it.</summary>
    public static byte[] Write(PrintDocument document)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var properties = file.PackageProperties;
            properties.Title = PlainText.Clean(document.Title);
            properties.Creator = PlainText.Clean(document.Author);
            properties.Language = document.Language;
            (properties.Created, properties.Modified) = (document.MadeAt.UtcDateTime, document.MadeAt.UtcDateTime);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(document);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
            var lists = new DocxLists();
            var body = new Body();
            body.Append(Paragraph("Title", [new(document.Title)]));
            foreach (var block in document.Blocks)
            {
                body.Append(Elements(block, lists));
            }

            main.AddNewPart<NumberingDefinitionsPart>().Numbering = lists.Numbering;
            body.Append(DocxPage.Of(main, document));
            main.Document = new W.Document(body);
        }

        return stream.ToArray();
    }

    internal static W.Paragraph Paragraph(string style, IReadOnlyList<Run> runs, params ReadOnlySpan<OpenXmlElement> more)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        foreach (var element in more)
        {
            properties.Append(element);
        }

        var paragraph = new W.Paragraph(properties);
        foreach (var run in runs)
        {
            paragraph.Append(RunOf(run));
        }

        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Elements(Block block, DocxLists lists) => block switch
    {
        Heading heading => [Paragraph(heading.Level == 1 ? "Heading1" : "Heading2", [new(heading.Text)])],
        Documents.Paragraph paragraph => [Paragraph(StyleOf(paragraph.Style), paragraph.Runs)],
        ListBlock list => ListOf(list, lists),
        TableBlock table => [TableOf(table), Paragraph("Flush", [], new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact })],
        PageBreak => [new W.Paragraph(new W.Run(new Break { Type = BreakValues.Page }))],
        // Its numbers stand in the table beside it.
        ChartBlock => [],
        SignatureBlock sign => SignatureOf(sign),
        LawBlock laws =>
        [
            Paragraph("LawHeading", [new(laws.Title)]),
            Paragraph("Small", [new(laws.Note)]),
            .. ListOf(new ListBlock(true, [.. laws.References.Select(r => (IReadOnlyList<Run>)[new($"{r.Name} \u2014 {r.Label} \u2014 {r.CheckedOn}")])]), lists, "Small"),
        ],
        _ => throw new InvalidOperationException($"{block.GetType().Name} is not known to the writer."),
    };

    private static IEnumerable<OpenXmlElement> ListOf(ListBlock list, DocxLists lists, string style = "ListParagraph")
    {
        var id = list.IsNumbered ? lists.NewCount() : DocxLists.Bullets;
        return list.Items.Select(item => Paragraph(
            style, item, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = id })));
    }

    private static IEnumerable<OpenXmlElement> SignatureOf(SignatureBlock sign) => sign.Lines.Index().Select(line =>
        Paragraph("Signature", [new(line.Item.Label), .. line.Item.Text], line.Index < sign.Lines.Count - 1 ? [new KeepNext()] : []));

    private static Table TableOf(TableBlock table)
    {
        var total = Math.Max(1, table.Columns.Sum(c => c.Share));
        var widths = table.Columns.Select(c => c.Share * DocxPage.TextWidth / total).ToList();
        var element = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        element.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Index().Select(c => CellOf([new(c.Item.Title, RunLook.Bold)], widths[c.Index], false, isHead: true))]));
        foreach (var row in table.Rows)
        {
            element.Append(new TableRow(
                [new TableRowProperties(new CantSplit()), .. row.Take(widths.Count).Index().Select(c => CellOf(c.Item, widths[c.Index], table.Columns[c.Index].IsNumeric, isHead: false))]));
        }

        return element;
    }

    private static TableCell CellOf(IReadOnlyList<Run> runs, int width, bool isNumeric, bool isHead)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (isHead)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F0F0F0" });
        }

        return new TableCell(properties, Paragraph("TableText", runs, isNumeric ? [new Justification { Val = JustificationValues.Right }] : []));
    }

    private static W.Run RunOf(Run run)
    {
        var element = new W.Run();
        switch (run.Look)
        {
            case RunLook.Plain:
                break;
            case RunLook.Bold:
                element.Append(new RunProperties(new Bold()));
                break;
            case RunLook.Missing:
                element.Append(new RunProperties(new Bold(), new Highlight { Val = HighlightColorValues.Yellow }));
                break;
        }

        foreach (var (index, line) in PlainText.Clean(run.Text).Split('\n').Index())
        {
            if (index > 0)
            {
                element.Append(new Break());
            }

            element.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return element;
    }

    private static string StyleOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => "BodyText",
        ParagraphStyle.Flush => "Flush",
        ParagraphStyle.Centred => "Centred",
        ParagraphStyle.Right => "RightText",
        ParagraphStyle.Small => "Small",
    };
}
