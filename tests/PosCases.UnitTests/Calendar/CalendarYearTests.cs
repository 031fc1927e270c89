using PosCases.Calendar;
using PosCases.Platform.Messages;

namespace PosCases.UnitTests.Calendar;

public sealed class CalendarYearTests
{
    [Theory]
    [InlineData("2024-02-09", true)] // New Year's Eve 2024 was worked
    [InlineData("2024-02-12", false)]
    [InlineData("2025-01-26", true)] // a make-up Sunday
    [InlineData("2025-01-28", false)]
    [InlineData("2026-02-14", true)] // a make-up Saturday
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-11", false)] // an ordinary Sunday
    public void The_shipped_years_know_holidays_and_make_up_workdays(string day, bool worked) =>
        Assert.Equal(worked, Shipped.Calendar.IsWorkingDay(DateOnly.Parse(day, null)));

    [Fact]
    public void Every_shipped_year_names_its_source_and_keeps_its_make_up_days_on_weekends()
    {
        var years = CalendarLibrary.Load();

        Assert.True(new[] { 2024, 2025, 2026 }.All(y => years.Any(e => e.Year == y)));
        Assert.All(years, y => Assert.True(y.Source.Zh.Length > 0 && y.Source.En.Contains("chinese-days", StringComparison.Ordinal)));
        Assert.All(years.SelectMany(y => y.Holidays.SelectMany(h => h.Worked)), d => Assert.True(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(years, y => Assert.All(y.Holidays, h => Assert.Equal((y.Year, y.Year), (h.From.Year, h.To.Year))));
    }

    [Fact]
    public void Setting_a_day_again_replaces_what_it_was()
    {
        var year = Year();

        Assert.True(year.SetDays(new(2027, 2, 6), new(2027, 2, 7), DayKind.Holiday, "a", "a").Succeeded);
        Assert.True(year.SetDays(new(2027, 2, 7), new(2027, 2, 7), DayKind.MakeUp, "b", "b").Succeeded);

        Assert.Equal([DayKind.Holiday, DayKind.MakeUp], year.Days.Select(d => d.Kind));
    }

    [Fact]
    public void A_day_that_is_removed_is_what_its_weekday_says()
    {
        var year = Year();
        year.SetDays(new(2027, 1, 1), new(2027, 1, 1), DayKind.Holiday, "a", "a");

        Assert.True(year.RemoveDay(new(2027, 1, 1)).Succeeded);

        Assert.Empty(year.Days);
        Assert.Equal(new NotFound(nameof(CalendarDay)), year.RemoveDay(new(2027, 1, 1)).Error);
    }

    [Theory]
    [InlineData("2026-12-31", "2027-01-01", DayKind.Holiday, "Calendar.OtherYear")]
    [InlineData("2027-12-31", "2028-01-01", DayKind.Holiday, "Calendar.OtherYear")]
    [InlineData("2027-02-07", "2027-02-06", DayKind.Holiday, "Calendar.Stretch")]
    [InlineData("2027-02-01", "2027-02-21", DayKind.Holiday, "Calendar.Stretch")]
    [InlineData("2027-02-06", "2027-02-08", DayKind.MakeUp, "Calendar.NoWeekend")]
    public void An_impossible_stretch_changes_nothing(string from, string to, DayKind kind, string code)
    {
        var year = Year();

        var set = year.SetDays(DateOnly.Parse(from, null), DateOnly.Parse(to, null), kind, "a", "a");

        Assert.Equal(code, Assert.IsType<Invalid>(set.Error).Fields[0].Code);
        Assert.Empty(year.Days);
    }

    private static CalendarYear Year() => CalendarYear.Announce(2027, "s", "s", default);
}
