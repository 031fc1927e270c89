using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class BadgeTests : DesignContext
{
    [Theory]
    [InlineData(Tone.Quiet)]
    [InlineData(Tone.Active)]
    [InlineData(Tone.Good)]
    [InlineData(Tone.Warn)]
    [InlineData(Tone.Danger)]
    public void A_badge_has_an_icon_and_a_word_beside_its_colour(Tone tone)
    {
        var badge = Render<Badge>(p => p.Add(b => b.Tone, tone).AddChildContent("late"));

        Assert.Equal("late", badge.Find("span.mark > span").TextContent);
        Assert.NotNull(badge.Find("span.mark > svg[aria-hidden=true] > use"));
    }
}
