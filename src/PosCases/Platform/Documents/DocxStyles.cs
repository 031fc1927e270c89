using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PosCases.Platform.Documents;

/// <summary>The styles of a DOCX: a serif face for the words, a black one for headings, lines of even height, Chinese line breaking.</summary>
internal static class DocxStyles
{
    private const string Serif = "FangSong";
    private const string Title = "SimSun";
    private const string Black = "SimHei";

    public static Styles Of(PrintDocument document)
    {
        // Half points; 14 pt is the size "four" of Chinese printing.
        var (size, line, indent) = document.IsChinese ? (28, 520, 560) : (24, 360, 0);
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Serif), new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" },
                new Languages { Val = document.IsChinese ? "en-US" : "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new WidowControl(), new Kinsoku(), new WordWrap { Val = true }, new OverflowPunctuation(), new AutoSpaceDE(), new AutoSpaceDN(),
                new SpacingBetweenLines { Line = $"{line}", LineRule = document.IsChinese ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto }))));
        styles.Append(
            Style("Normal", null, isDefault: true),
            Style("Title", [new Justification { Val = JustificationValues.Center }], [Fonts(Title), new Bold(), new FontSize { Val = "40" }], [new KeepNext(), new SpacingBetweenLines { Before = "0", After = "360", Line = "600", LineRule = LineSpacingRuleValues.AtLeast }]),
            Style("Heading1", [new OutlineLevel { Val = 0 }], [Fonts(Black), new Bold { Val = document.IsChinese ? OnOffValue.FromBoolean(false) : null }], [new KeepNext(), new SpacingBetweenLines { Before = "160", After = "60" }]),
            Style("Heading2", [new OutlineLevel { Val = 1 }], [Fonts(Black), new Bold { Val = OnOffValue.FromBoolean(false) }], [new KeepNext(), new SpacingBetweenLines { Before = "120", After = "40" }]),
            Style("BodyText", [indent > 0 ? new Indentation { FirstLineChars = 200, FirstLine = $"{indent}" } : new Indentation(), new Justification { Val = document.IsChinese ? JustificationValues.Both : JustificationValues.Left }], before: [new SpacingBetweenLines { After = document.IsChinese ? "0" : "140" }]),
            Style("Flush", []),
            Style("Centred", [new Justification { Val = JustificationValues.Center }]),
            Style("RightText", [new Justification { Val = JustificationValues.Right }]),
            Style("ListParagraph", []),
            Style("Signature", [new Indentation { Left = "4000" }], before: [new KeepLines()]),
            Style("Small", [], [new FontSize { Val = "21" }], [Lines(320)]),
            Style("LawHeading", [], [Fonts(Black), new FontSize { Val = "21" }], [new KeepNext(), new SpacingBetweenLines { Before = "480", After = "40", Line = "320", LineRule = LineSpacingRuleValues.AtLeast }]),
            Style("TableText", [], [new FontSize { Val = "21" }], [Lines(300)]),
            Style("PageFoot", [new Justification { Val = JustificationValues.Center }], [new FontSize { Val = "21" }], [Lines(300)]),
            Style("PageHead", [new Justification { Val = JustificationValues.Right }], [new Color { Val = "444444" }, new FontSize { Val = "21" }], [Lines(300)]),
            Style("Mark", [new Justification { Val = JustificationValues.Center }], [Fonts(Black), new Bold(), new Color { Val = "AA1111" }, new FontSize { Val = "28" }], [Lines(400)]));
        return styles;
    }

    private static SpacingBetweenLines Lines(int height) => new() { Line = $"{height}", LineRule = LineSpacingRuleValues.AtLeast };

    private static RunFonts Fonts(string eastAsia) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman", EastAsia = eastAsia };

    // The schema wants spacing before indentation and both before justification; callers give "before" first.
    private static Style Style(
        string id, IReadOnlyList<OpenXmlElement>? paragraph, IReadOnlyList<OpenXmlElement>? run = null, IReadOnlyList<OpenXmlElement>? before = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = id switch { "Heading1" => "heading 1", "Heading2" => "heading 2", _ => id } });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        if ((before?.Count ?? 0) + (paragraph?.Count ?? 0) > 0)
        {
            style.Append(new StyleParagraphProperties((before ?? []).Concat(paragraph ?? [])));
        }

        if (run is { Count: > 0 })
        {
            style.Append(new StyleRunProperties(run));
        }

        return style;
    }
}
