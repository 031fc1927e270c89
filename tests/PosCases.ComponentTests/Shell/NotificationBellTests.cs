using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Shell;

public sealed class NotificationBellTests : FeatureContext
{
    [Theory]
    [InlineData(7, "7")]
    [InlineData(99, "99")]
    [InlineData(103, "99+")]
    public void What_stands_on_the_bell_is_what_it_is_called(int unread, string shown)
    {
        var bell = Render<NotificationBell>(p => p.Add(b => b.Count, unread));

        Assert.Equal(shown, bell.Find(".bell-count").TextContent);
        Assert.Contains(shown, bell.Find("a").GetAttribute("aria-label"), StringComparison.Ordinal);
    }
}
