using PosCases.Insight;

namespace PosCases.UnitTests.Insight;

public sealed class InsightPeriodTests
{
    public static TheoryData<PeriodKind> Kinds => [.. Enum.GetValues<PeriodKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_period_of_every_day_is_in_order_and_what_it_is_compared_with_lies_wholly_before_it(PeriodKind kind)
    {
        foreach (var today in Days())
        {
            var span = InsightPeriod.Of(kind, today, today.AddDays(-(today.DayNumber % 40)), today);
            var before = InsightPeriod.Compared(kind, span, CompareWith.Before)!.Value;

            Assert.True(span.From <= span.To && span.To <= today, $"{kind} {today}");
            Assert.True(before.From <= before.To && before.To < span.From, $"{kind} {today}: {before}");
        }
    }

    [Theory]
    [InlineData(PeriodKind.LastWeek)]
    [InlineData(PeriodKind.LastMonth)]
    [InlineData(PeriodKind.LastQuarter)]
    [InlineData(PeriodKind.Own)]
    public void A_finished_period_follows_the_one_before_without_a_gap(PeriodKind kind)
    {
        foreach (var today in Days())
        {
            var span = InsightPeriod.Of(kind, today, today.AddDays(-6), today);
            var before = InsightPeriod.Compared(kind, span, CompareWith.Before)!.Value;

            Assert.Equal(span.From, before.To.AddDays(1));
        }
    }

    [Fact]
    public void Every_day_belongs_to_one_last_week_one_last_month_and_one_last_quarter()
    {
        foreach (var kind in new[] { PeriodKind.LastWeek, PeriodKind.LastMonth, PeriodKind.LastQuarter })
        {
            List<DaySpan> spans = [.. Days().Select(d => InsightPeriod.Of(kind, d)).Distinct()];

            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        }
    }

    [Fact]
    public void A_week_is_seven_days_from_Monday_and_its_year_before_has_the_same_weekdays()
    {
        foreach (var today in Days())
        {
            var week = InsightPeriod.Of(PeriodKind.LastWeek, today);
            var year = InsightPeriod.Compared(PeriodKind.LastWeek, week, CompareWith.YearBefore)!.Value;

            Assert.Equal((7, DayOfWeek.Monday), (week.Days, week.From.DayOfWeek));
            Assert.Equal((7, DayOfWeek.Monday), (year.Days, year.From.DayOfWeek));
        }
    }

    [Fact]
    public void The_year_before_a_whole_month_is_that_whole_month_in_a_leap_year_too()
    {
        var february = InsightPeriod.Of(PeriodKind.LastMonth, new DateOnly(2025, 3, 15));

        Assert.Equal(
            new DaySpan(new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)), InsightPeriod.Compared(PeriodKind.LastMonth, february, CompareWith.YearBefore));
    }

    [Fact]
    public void A_running_period_is_compared_with_as_many_first_days_but_none_of_itself()
    {
        foreach (var today in Days())
        {
            var month = InsightPeriod.Of(PeriodKind.ThisMonth, today);
            var before = InsightPeriod.Compared(PeriodKind.ThisMonth, month, CompareWith.Before)!.Value;

            Assert.Equal(1, before.From.Day);
            Assert.True(before.Days == month.Days || before.To == month.From.AddDays(-1), $"{today}: {before}");
        }
    }

    [Fact]
    public void A_choice_of_ones_own_is_turned_round_and_cut_to_two_years()
    {
        var (early, late) = (new DateOnly(2020, 1, 1), new DateOnly(2026, 1, 1));

        Assert.Equal(InsightPeriod.MostDays, InsightPeriod.Of(PeriodKind.Own, late, late, early).Days);
        Assert.Equal(new DaySpan(late, late), InsightPeriod.Of(PeriodKind.Own, late));
        Assert.Null(InsightPeriod.Compared(PeriodKind.Own, new DaySpan(early, early), CompareWith.Nothing));
    }

    [Fact]
    public void The_bars_of_a_chart_cover_every_day_once()
    {
        var random = new Random(7);
        for (var n = 0; n < 300; n++)
        {
            var from = new DateOnly(2024, 1, 1).AddDays(random.Next(900));
            var span = new DaySpan(from, from.AddDays(random.Next(InsightPeriod.MostDays)));
            var figure = Figures.Find("inflow")!;
            var bars = Bucket.StartsOf(span).ConvertAll(key => FigureReader.DaysOf(figure, span, key));

            Assert.Equal((span.From, span.To), (bars[0].From, bars[^1].To));
            Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        }
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 1500).Select(n => new DateOnly(2023, 12, 1).AddDays(n));
}
