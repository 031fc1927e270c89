using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class EvidenceLabelTests
{
    [Theory]
    [InlineData(@"C:\Users\me\slip.jpg", "slip.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb\0.pdf", "ab.pdf")]
    [InlineData("invoice\u202Egnp.exe", "invoicegnp.exe")]
    [InlineData("\u7B7E\u8D2D\u5355 1.jpg", "\u7B7E\u8D2D\u5355 1.jpg")]
    [InlineData("<b>\"x\".png", "bx.png")]
    public void A_label_is_a_name_without_folders_and_hidden_characters(string sent, string label) =>
        Assert.Equal(label, EvidenceLabel.Clean(sent, 120));

    [Theory]
    [InlineData("card 6222021234567890128.jpg", "card 622202*********0128.jpg")]
    [InlineData("IMG6222 0212 3456 7890 128.jpg", "IMG622202*********0128.jpg")]
    [InlineData("13800001234.jpg", "13800001234.jpg")]
    [InlineData("20261120.jpg", "20261120.jpg")]
    public void A_full_card_number_keeps_its_first_six_and_last_four_digits(string sent, string label) =>
        Assert.Equal(label, EvidenceLabel.Clean(sent, 120));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" .. ")]
    [InlineData("folder/")]
    public void A_file_without_a_name_gets_one(string? sent) => Assert.Equal("file", EvidenceLabel.Clean(sent, 120));

    [Fact]
    public void A_long_label_is_shortened_but_keeps_its_ending()
    {
        var label = EvidenceLabel.Clean(new string('x', 300) + ".jpeg", 40);

        Assert.Equal(40, label.Length);
        Assert.EndsWith("x.jpeg", label, StringComparison.Ordinal);
    }
}
