using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PosCases.Platform.Documents;

/// <summary>The page of a DOCX: A4, margins after GB/T 9704, number of the page at its foot, the mark of a draft at its head.</summary>
internal static class DocxPage
{
    /// <summary>Width of the text in twentieths of a point: 156 mm.</summary>
    public const int TextWidth = 8845;

    public static SectionProperties Of(MainDocumentPart main, PrintDocument document)
    {
        var section = new SectionProperties();
        if (document.Mark is not null || document.Header is not null)
        {
            var head = main.AddNewPart<HeaderPart>();
            head.Header = new Header();
            if (document.Header is { } words)
            {
                head.Header.Append(DocxWriter.Paragraph("PageHead", [new(words)]));
            }

            if (document.Mark is { } mark)
            {
                head.Header.Append(DocxWriter.Paragraph("Mark", [new(mark)]));
            }

            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) });
        }

        var foot = main.AddNewPart<FooterPart>();
        var text = DocumentWords.For(document);
        var line = DocxWriter.Paragraph("PageFoot", [new(text.BeforePage)]);
        line.Append(new SimpleField(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("1"))) { Instruction = " PAGE " });
        line.Append(new DocumentFormat.OpenXml.Wordprocessing.Run(Kept(text.BetweenPages)));
        line.Append(new SimpleField(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("1"))) { Instruction = " NUMPAGES " });
        line.Append(new DocumentFormat.OpenXml.Wordprocessing.Run(Kept(text.AfterPages)));
        foot.Footer = new Footer(line);
        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 1134, Gutter = 0 });
        return section;
    }

    private static Text Kept(string text) => new(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve };
}
