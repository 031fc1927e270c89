using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class WhenTests : DesignContext
{
    [Theory]
    [InlineData(-20, "just now")]
    [InlineData(0, "just now")]
    [InlineData(20, "in a moment")]
    [InlineData(-5 * 60, "5 min ago")]
    [InlineData(5 * 60, "in 5 min")]
    [InlineData(-3 * 3600, "3 h ago")]
    [InlineData(3 * 3600, "in 3 h")]
    [InlineData(-20 * 3600, "yesterday")]
    [InlineData(20 * 3600, "tomorrow")]
    [InlineData(-3 * 86400, "3 days ago")]
    [InlineData(3 * 86400, "in 3 days")]
    [InlineData(-40 * 86400, "Thu 15 Oct")]
    [InlineData(60 * 86400, "23 Jan 2027")]
    public void A_moment_reads_as_its_distance_from_now(int seconds, string words) =>
        Assert.Equal(words, TextOf(Now.AddSeconds(seconds), WhenStyle.Relative));

    [Fact]
    public void A_moment_before_midnight_in_London_is_the_next_day_in_Shanghai() =>
        Assert.Equal("Fri 20 Nov, 01:30", TextOf(new(2026, 11, 19, 17, 30, 0, TimeSpan.Zero), WhenStyle.DateTime));

    [Fact]
    public void The_exact_time_is_in_the_title_and_for_machines()
    {
        var time = Render<When>(p => p.Add(w => w.Value, Now.AddDays(-2))).Find("time");

        Assert.Equal("2026-11-22 12:00 (Beijing time)", time.GetAttribute("title"));
        Assert.Equal("2026-11-22T12:00:00+08:00", time.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(23, "yesterday")]
    [InlineData(24, "today")]
    [InlineData(25, "tomorrow")]
    [InlineData(27, "in 3 days")]
    public void A_day_without_a_time_is_never_hours_away(int day, string words)
    {
        var when = Render<When>(p => p.Add(w => w.Day, new DateOnly(2026, 11, day)));

        Assert.Equal(words, when.Find("time").TextContent);
    }

    [Fact]
    public void A_moment_nobody_knows_is_said_as_unknown() =>
        Render<When>(p => p.Add(w => w.Unknown, "not told yet")).MarkupMatches("""<span class="unknown">not told yet</span>""");

    [Fact]
    public void The_words_change_with_the_language()
    {
        string english = TextOf(Now.AddDays(-3), WhenStyle.Relative);

        Speak("zh-CN");

        Assert.NotEqual(english, TextOf(Now.AddDays(-3), WhenStyle.Relative));
        Assert.DoesNotContain("When.", TextOf(Now.AddDays(-3), WhenStyle.DateTime), StringComparison.Ordinal);
    }

    string TextOf(DateTimeOffset at, WhenStyle style) =>
        Render<When>(p => p.Add(w => w.Value, at).Add(w => w.Style, style)).Find("time").TextContent;
}
