using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class MoneyTests : DesignContext
{
    [Theory]
    [InlineData("48200", "\u00A548,200.00")]
    [InlineData("0", "\u00A50.00")]
    [InlineData("-12.5", "\u2212\u00A512.50")]
    [InlineData("1234567.89", "\u00A51,234,567.89")]
    public void An_amount_is_written_in_yuan_with_two_decimals(string amount, string written) =>
        Assert.Equal(written, MoneyText.Format(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_amount_reads_the_same_in_both_languages()
    {
        string english = Render<Money>(p => p.Add(m => m.Amount, 48200m)).Markup;

        Speak("zh-CN");

        Assert.Equal(english, Render<Money>(p => p.Add(m => m.Amount, 48200m)).Markup);
    }

    [Fact]
    public void An_amount_nobody_knows_is_said_as_unknown()
    {
        var money = Render<Money>(p => p.Add(m => m.Amount, (decimal?)null).Add(m => m.Class, "big"));

        money.MarkupMatches("""<span class="unknown big">Unknown</span>""");
    }

    [Theory]
    [InlineData("48200", "48200")]
    [InlineData(" 48,200.50 ", "48200.50")]
    [InlineData("\u00A548 200", "48200")]
    [InlineData("\uFFE5\uFF14\uFF18\uFF12", "482")]
    public void What_is_typed_is_read_generously(string typed, string amount)
    {
        Assert.True(MoneyText.TryParse(typed, out decimal read));
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.234")]
    [InlineData("1e5")]
    public void What_is_no_amount_is_not_read(string? typed) => Assert.False(MoneyText.TryParse(typed, out _));

    [Fact]
    public void A_text_that_is_no_amount_stays_in_the_input_to_be_mended()
    {
        string? refused = null;
        var input = Render<MoneyInput>(p => p.Add(m => m.Value, 10m).Add(m => m.OnUnreadable, typed => refused = typed));

        input.Find("input").Change("ten");

        Assert.Equal("ten", refused);
        Assert.Equal("ten", input.Find("input").GetAttribute("value"));
    }
}
