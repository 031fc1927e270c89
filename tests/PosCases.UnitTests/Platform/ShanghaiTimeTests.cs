using System.Globalization;
using PosCases.Platform;

namespace PosCases.UnitTests.Platform;

public sealed class ShanghaiTimeTests
{
    [Theory]
    [InlineData("2026-11-24T15:59:59Z", "2026-11-24")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-25")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2026-11-25T00:30:00+09:00", "2026-11-24")]
    public void A_moment_falls_on_the_date_of_a_calendar_in_Shanghai(string moment, string date) =>
        Assert.Equal(Date(date), ShanghaiTime.DateOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_begins_at_its_midnight_and_ends_a_second_before_the_next_one()
    {
        var day = Date("2026-11-24");

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero), ShanghaiTime.StartOf(day));
        Assert.Equal(ShanghaiTime.StartOf(day.AddDays(1)).AddSeconds(-1), ShanghaiTime.EndOf(day));
        Assert.Equal((day, day), (ShanghaiTime.DateOf(ShanghaiTime.StartOf(day)), ShanghaiTime.DateOf(ShanghaiTime.EndOf(day))));
        Assert.Equal(TimeSpan.Zero, ShanghaiTime.StartOf(day).Offset);
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
