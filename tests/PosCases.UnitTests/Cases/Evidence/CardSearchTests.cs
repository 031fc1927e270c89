using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Tools;
using PosCases.TestSupport;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class CardSearchTests
{
    private const string Card = "6222021234567890128";
    private const string Other = "4111 1111 1111 1111";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static readonly CardFinding One = new(CardCheck.Found, 1);
    private static readonly CardFinding None = new(CardCheck.Clear);

    static CardSearchTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public async Task A_number_is_found_in_a_text_however_it_is_written(string encoding) =>
        Assert.Equal(One, await SearchAsync([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes($"持卡人卡号：{Card}，金额 48200 元")], "text/plain"));

    [Fact]
    public async Task A_number_counts_once_however_often_it_stands_there_and_however_it_is_grouped() =>
        Assert.Equal(new CardFinding(CardCheck.Found, 2), await SearchAsync($"{Card}\n{Other}\n{Card}\n4111-1111-1111-1111\n4111111111111111"));

    [Fact]
    public void A_number_is_found_once_wherever_the_text_is_cut_while_it_is_read()
    {
        // The tally looks at 32 Ki letters at a time; the number is moved across that border letter by letter.
        for (var before = (32 * 1024) - 160; before < (32 * 1024) + 8; before++)
        {
            var tally = new CardTally();
            tally.Add(Filler(before));
            tally.Add($" {Other} ");
            tally.Add(Filler(500));

            Assert.Equal(One, tally.Finish());
        }
    }

    [Fact]
    public void Digits_that_go_on_across_the_border_are_no_card()
    {
        for (var before = (32 * 1024) - 160; before < (32 * 1024) + 8; before++)
        {
            var tally = new CardTally();
            tally.Add(Filler(before));
            tally.Add($" 99{Card}77 ");
            tally.Add(Filler(500));

            Assert.Equal(None, tally.Finish());
        }
    }

    [Theory]
    [InlineData("622202*********0128")]
    [InlineData("6222 02** **** *** 0128")]
    [InlineData("2026112022001156781420183345 is an order")]
    [InlineData("merchant 898330154110001, reference 032311889921")]
    [InlineData("发票校验码：12345 67890 12345 67890")]
    [InlineData("验证码已发送至手机")]
    [InlineData("安全码请勿告诉他人")]
    [InlineData("6222021234567890129 fails its check digit")]
    public async Task Masked_numbers_orders_terminals_and_invoices_are_none(string text) => Assert.Equal(None, await SearchAsync(text));

    [Fact]
    public async Task A_persons_number_that_would_pass_for_a_card_is_none()
    {
        var id = Enumerable.Range(1, 999).Select(n => $"33010619900101{n:000}").Select(n => n + CitizenId.CheckCharacter(n))
            .First(n => BankCardNumber.Check(n).Verdict == IdentifierVerdict.Fits);

        Assert.Equal(None, await SearchAsync($"身份证号 {id}"));
    }

    [Theory]
    [InlineData("CVV2: 123")]
    [InlineData("安全码为“921”")]
    [InlineData("%B6222021234567890128^WANG/XIAO^2712101000")]
    [InlineData("PIN is 4821")]
    public async Task A_code_or_a_stripe_is_found_too(string text) => Assert.True((await SearchAsync(text)) is { State: CardCheck.Found, Secrets: true });

    [Fact]
    public async Task In_a_word_file_a_number_is_found_across_the_runs_of_a_sentence_and_not_across_cells()
    {
        Assert.Equal(One, await SearchAsync(WordOf(new Paragraph(Run("card 622202"), Run("1234567"), Run("890128 end"))), Word));
        Assert.Equal(None, await SearchAsync(WordOf(new Paragraph(Run("card 622202")), new Paragraph(Run("1234567890128 end"))), Word));
    }

    [Fact]
    public async Task In_a_workbook_and_in_slides_numbers_are_found_in_their_texts()
    {
        var book = ExampleFiles.Zip(
            ("[Content_Types].xml", "<Types/>"u8.ToArray()),
            ("xl/workbook.xml", "<workbook/>"u8.ToArray()),
            ("xl/sharedStrings.xml", Encoding.UTF8.GetBytes($"<sst><si><t>622202</t></si><si><r><t>{Card[..10]}</t></r><r><t>{Card[10..]}</t></r></si></sst>")),
            ("xl/worksheets/sheet1.xml", "<worksheet><c><v>411111111111</v></c><c><v>1111</v></c></worksheet>"u8.ToArray()));
        var slides = ExampleFiles.Zip(
            ("[Content_Types].xml", "<Types/>"u8.ToArray()),
            ("ppt/presentation.xml", "<p/>"u8.ToArray()),
            ("ppt/slides/slide1.xml", Encoding.UTF8.GetBytes($"<sld><p><r><t>{Other}</t></r></p></sld>")));

        Assert.Equal(One, await SearchAsync(book, Excel));
        Assert.Equal(One, await SearchAsync(slides, PowerPoint));
    }

    [Theory]
    [InlineData("base64", "gb18030")]
    [InlineData("quoted-printable", "utf-8")]
    [InlineData("8bit", "utf-8")]
    public async Task In_a_mail_a_number_is_found_however_its_text_is_packed(string packed, string charset)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes($"您好，卡号 {Card} 已冻结。");
        var body = packed switch
        {
            "base64" => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            // Cut in the middle of the number, as mail programs do at 76 letters.
            "quoted-printable" => string.Concat(bytes.Select(b => b is >= 48 and < 58 ? $"{(char)b}" : $"={b:X2}")).Replace("62220212", "622202=\r\n12", StringComparison.Ordinal),
            _ => Encoding.Latin1.GetString(bytes),
        };

        var mail = $"From: bank@example.com\r\nSubject: notice\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {packed}\r\n\r\n{body}\r\n";

        Assert.Equal(One, await SearchAsync(Encoding.Latin1.GetBytes(mail), "message/rfc822"));
    }

    [Fact]
    public async Task What_is_attached_to_a_mail_or_packed_into_an_archive_is_looked_through_once()
    {
        var attached = Convert.ToBase64String(WordOf(new Paragraph(Run(Card))));
        var mail =
            "From: a@example.com\nSubject: s\nContent-Type: multipart/mixed;\n boundary=\"b 1\"\n\npreamble\n--b 1\nContent-Type: text/html\n\n<p>4111 1111 1111 1111</p>\n"
            + $"--b 1\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n{attached}\n--b 1--\n";

        Assert.Equal(new CardFinding(CardCheck.Found, 2), await SearchAsync(Encoding.Latin1.GetBytes(mail), "message/rfc822"));
        Assert.Equal(One, await SearchAsync(ExampleFiles.Zip(("1.txt", "nothing"u8.ToArray()), ("2.docx", WordOf(new Paragraph(Run(Card))))), "application/zip"));
        Assert.Equal(None, await SearchAsync(ExampleFiles.Zip(("1.txt", "nothing"u8.ToArray())), "application/zip"));
        Assert.Equal(new CardFinding(CardCheck.NoText), await SearchAsync(ExampleFiles.Zip(("1.jpg", ExampleFiles.Jpeg(10, 10))), "application/zip"));
    }

    [Fact]
    public async Task In_a_pdf_a_number_is_found_by_the_program_that_reads_its_text()
    {
        Assert.SkipUnless(new ExternalTools(new ToolOptions()).IsThere(Tool.PdfToText), "poppler-utils is needed");

        Assert.Equal(One, await SearchAsync(SamplePdf.Of(["first page", $"card {Other}"]), "application/pdf"));
        Assert.Equal(None, await SearchAsync(SamplePdf.Of(["first page"]), "application/pdf"));
        Assert.Equal(new CardFinding(CardCheck.NoText), await SearchAsync(SamplePdf.Of([""]), "application/pdf"));
        Assert.Equal(new CardFinding(CardCheck.NoText), await SearchAsync(ExampleFiles.Pdf("/Encrypt 5 0 R"), "application/pdf"));
    }

    [Fact]
    public async Task Without_the_program_a_pdf_is_said_not_to_have_been_looked_through()
    {
        using var tools = new ExternalTools(new ToolOptions { Paths = new Dictionary<Tool, string> { [Tool.PdfToText] = "" } });

        var searcher = new CardSearcher(tools, new EvidenceLimits());

        Assert.False(searcher.ReadsPdf);
        Assert.Equal(
            new CardFinding(CardCheck.NoTool),
            await searcher.SearchAsync(new MemoryStream(SamplePdf.Of([Card])), "application/pdf", TestContext.Current.CancellationToken));
        Assert.Equal(
            new CardFinding(CardCheck.NoTool),
            await searcher.SearchAsync(new MemoryStream(ExampleFiles.Zip(("1.txt", "nothing"u8.ToArray()), ("2.pdf", SamplePdf.Of([Card])))), "application/zip", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_said_to_be_clear()
    {
        Assert.Equal(new CardFinding(CardCheck.NoText), await SearchAsync("PK\u0003\u0004 cut"u8.ToArray(), Word));
        Assert.Equal(
            new CardFinding(CardCheck.NoText),
            await SearchAsync(ExampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<!DOCTYPE x [<!ENTITY e \"a\">]><d>text &e;</d>"u8.ToArray())), Word));
        Assert.False(CardSearcher.MayHaveText("image/jpeg"));
        Assert.False(CardSearcher.MayHaveText("application/msword"));
    }

    private static Task<CardFinding> SearchAsync(string text) => SearchAsync(Encoding.UTF8.GetBytes(text), "text/plain");

    private static async Task<CardFinding> SearchAsync(byte[] bytes, string type)
    {
        using var tools = new ExternalTools(new ToolOptions());
        return await new CardSearcher(tools, new EvidenceLimits()).SearchAsync(new MemoryStream(bytes), type, TestContext.Current.CancellationToken);
    }

    private static string Filler(int length) => string.Concat(Enumerable.Repeat("abc ", (length / 4) + 1))[..length];

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static byte[] WordOf(params Paragraph[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Cast<OpenXmlElement>()));
        }

        return stream.ToArray();
    }
}
