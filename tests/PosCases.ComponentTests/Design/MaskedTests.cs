using PosCases.Platform;
using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class MaskedTests : DesignContext
{
    [Fact]
    public void The_stored_value_never_reaches_the_page()
    {
        var masked = Render<Masked>(p => p.Add(m => m.Value, "6217001234561234").Add(m => m.Kind, MaskKind.Card).Add(m => m.RevealHref, "/reveal"));

        Assert.DoesNotContain("6217001234561234", masked.Markup, StringComparison.Ordinal);
        Assert.Contains("621700******1234", masked.Markup, StringComparison.Ordinal);
        Assert.Equal("/reveal", masked.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void What_is_not_known_is_said_to_be_unknown(string? value) =>
        Assert.NotEmpty(Render<Masked>(p => p.Add(m => m.Value, value).Add(m => m.Kind, MaskKind.Phone)).Find(".unknown").TextContent);
}
