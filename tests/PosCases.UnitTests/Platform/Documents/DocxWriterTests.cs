using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PosCases.Platform.Documents;

namespace PosCases.UnitTests.Platform.Documents;

public sealed class DocxWriterTests
{
    public static TheoryData<bool, string> Every => new() { { false, "zh-CN" }, { false, "en" }, { true, "zh-CN" } };

    [Theory]
    [MemberData(nameof(Every))]
    public void What_is_written_is_a_valid_file_without_macros_or_ways_out(bool hostile, string language)
    {
        using var file = Open((hostile ? Papers.Attack : Papers.Chinese) with { Language = language });

        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(file.MainDocumentPart!.ExternalRelationships);
        Assert.Empty(file.MainDocumentPart.HyperlinkRelationships);
        Assert.Null(file.MainDocumentPart.VbaProjectPart);
    }

    [Fact]
    public void Words_stay_words()
    {
        using var file = Open(Papers.Attack);

        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Contains("<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'</style>]]>", body.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', body.InnerText);
    }

    [Fact]
    public void Chinese_is_set_as_Chinese_print_is()
    {
        using var file = Open(Papers.Chinese);

        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        var words = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("FangSong", "zh-CN"), (words.RunFonts!.EastAsia!.Value, words.Languages!.EastAsia!.Value));
        Assert.NotNull(styles.DocDefaults.ParagraphPropertiesDefault!.ParagraphPropertiesBaseStyle!.Kinsoku);
        Assert.Equal(200, styles.Elements<Style>().Single(s => s.StyleId == "BodyText").StyleParagraphProperties!.Indentation!.FirstLineChars!.Value);
        Assert.Equal("SimSun", styles.Elements<Style>().Single(s => s.StyleId == "Title").StyleRunProperties!.RunFonts!.EastAsia!.Value);
        var margins = file.MainDocumentPart.Document.Body!.Descendants<PageMargin>().Single();
        Assert.Equal((2098, 1984, 1587u, 1474u), (margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value));
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        using var file = Open(Papers.Chinese);

        Assert.Equal(("关于商户收款账户的情况说明", "zh-CN", "PosCases"), (file.PackageProperties.Title, file.PackageProperties.Language, file.PackageProperties.Creator));
    }

    [Fact]
    public void What_is_missing_cannot_be_overlooked_and_a_draft_says_so_on_every_page()
    {
        using var file = Open(Papers.Chinese);

        var missing = file.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>().Single(r => r.RunProperties?.Highlight is not null);
        Assert.Equal("【待填：商户编号】", missing.InnerText);
        Assert.Contains("草稿", file.MainDocumentPart.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_paper_makes_the_same_words_in_a_final_without_the_mark()
    {
        using var file = Open(Papers.Chinese with { Mark = null, Header = null });

        Assert.Empty(file.MainDocumentPart!.HeaderParts);
        Assert.Contains("第 1 页　共 1 页", file.MainDocumentPart.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(PrintDocument paper) => WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(paper)), isEditable: false);
}
