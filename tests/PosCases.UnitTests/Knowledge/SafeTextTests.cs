using PosCases.Knowledge;

namespace PosCases.UnitTests.Knowledge;

public sealed class SafeTextTests
{
    [Fact]
    public void Headings_lists_bold_words_and_links_of_ours_are_read()
    {
        var blocks = SafeText.Read("## Head\nSee [here](/help/x) and **mind** it.\n- one\n- two\n1. first\n2. second\n\nEnd");

        Assert.Equal("Head", Assert.IsType<TextHeading>(blocks[0]).Text);
        Assert.Equal(
            [new TextSpan("See "), new TextSpan("here", Href: "/help/x"), new TextSpan(" and "), new TextSpan("mind", IsBold: true), new TextSpan(" it.")],
            Assert.IsType<TextParagraph>(blocks[1]).Spans);
        Assert.Equal((false, 2), (Assert.IsType<TextList>(blocks[2]).IsNumbered, ((TextList)blocks[2]).Items.Count));
        Assert.True(Assert.IsType<TextList>(blocks[3]).IsNumbered);
        Assert.Equal(5, blocks.Count);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[out](https://elsewhere.example)")]
    [InlineData("[out](//elsewhere.example)")]
    [InlineData("[out](/\\elsewhere.example)")]
    [InlineData("[out](javascript:alert(1))")]
    public void Html_and_links_to_elsewhere_are_words(string text) =>
        Assert.Equal([new TextSpan(text)], Assert.IsType<TextParagraph>(Assert.Single(SafeText.Read(text))).Spans);
}
