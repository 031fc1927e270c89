using PosCases.Calendar;

namespace PosCases.UnitTests.Calendar;

public sealed class TermTests
{
    // National Day 2026: 1–7 October off, 10 October (a Saturday) worked.
    private static readonly WorkCalendar Autumn = new(
        Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day)),
        [new DateOnly(2026, 10, 10)]);

    [Theory]
    [InlineData("2026-09-15", 15, TermUnit.Days, "2026-09-30")]
    [InlineData("2026-09-20", 15, TermUnit.Days, "2026-10-08")] // the 15th day is a holiday
    [InlineData("2026-09-25", 15, TermUnit.Days, "2026-10-10")] // a make-up Saturday is a working day
    [InlineData("2026-09-30", 3, TermUnit.WorkingDays, "2026-10-10")]
    [InlineData("2026-08-31", 1, TermUnit.Months, "2026-09-30")]
    public void A_term_ends_where_the_civil_code_ends_it(string start, int amount, TermUnit unit, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), new Term(amount, unit).LastDay(DateOnly.Parse(start, null), Autumn));

    [Fact]
    public void A_freeze_of_six_months_lapses_on_the_corresponding_day_even_on_a_holiday() =>
        Assert.Equal(
            new DateOnly(2026, 10, 1),
            new Term(6, TermUnit.Months).LastDay(new DateOnly(2026, 4, 1), Autumn, Rollover.None));

    [Fact]
    public void Hours_run_from_the_stated_moment()
    {
        var stopped = new DateTimeOffset(2026, 10, 1, 14, 30, 0, TimeSpan.FromHours(8));

        Assert.Equal(stopped.AddHours(48), new Term(48, TermUnit.Hours).EndOf(stopped, Autumn));
    }

    [Fact]
    public void A_term_in_days_ends_with_its_last_day_in_Shanghai()
    {
        var lateInTheEvening = new DateTimeOffset(2026, 9, 14, 16, 30, 0, TimeSpan.Zero); // 15 September, 00:30 in Shanghai

        Assert.Equal(
            new DateTimeOffset(2026, 9, 30, 23, 59, 59, TimeSpan.FromHours(8)),
            new Term(15, TermUnit.Days).EndOf(lateInTheEvening, Autumn));
    }
}
