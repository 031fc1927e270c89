using PosCases.Cases.Impact;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Impact;

public sealed class LossEstimateTests
{
    private static readonly ImpactForm Whole = new()
    {
        DailyTakings = 3000m,
        LostSharePercent = 50m,
        MarginPercent = 40m,
        FixedCosts = 800m,
        StoppedSince = Today.AddDays(-4),
        CashOnHand = 2000m,
    };

    [Fact]
    public void A_days_loss_lies_between_the_lost_margin_and_the_margin_with_the_costs_that_go_on()
    {
        var loss = LossEstimate.Of(Whole, Today);

        Assert.Equal(new YuanRange(600m, 1400m), loss.PerDay);
        Assert.Equal((4, new YuanRange(2400m, 5600m)), (loss.Days, loss.ToDate));
        Assert.Empty(loss.ToDateLacks);
    }

    [Fact]
    public void The_method_is_shown_line_by_line_with_its_values() => Assert.Equal(
        [
            new MethodLine(MethodStep.LostMargin, 3000m, new Percent(50m), new Percent(40m), 600m),
            new MethodLine(MethodStep.CostsGoOn, 800m, 1400m),
            new MethodLine(MethodStep.Days, Today.AddDays(-4), Today, 4),
            new MethodLine(MethodStep.TimesDays, 600m, 1400m, 4, 2400m, 5600m),
            new MethodLine(MethodStep.StillEarned, 3000m, new Percent(50m), new Percent(40m), 600m),
            new MethodLine(MethodStep.CashDayByDay, 2000m, 800m, 600m, 0, 0m),
        ],
        LossEstimate.Of(Whole, Today).Method);

    [Fact]
    public void A_figure_without_its_inputs_is_not_made_up_and_says_what_it_lacks()
    {
        var loss = LossEstimate.Of(new ImpactForm { DailyTakings = 3000m }, Today);

        Assert.Null(loss.PerDay);
        Assert.Null(loss.ToDate);
        Assert.Null(loss.Cash);
        Assert.Equal([ImpactFigure.LostShare, ImpactFigure.Margin], loss.PerDayLacks);
        Assert.Equal([ImpactFigure.LostShare, ImpactFigure.Margin, ImpactFigure.Stopped], loss.ToDateLacks);
        Assert.Empty(loss.Method);
    }

    [Fact]
    public void Without_the_costs_the_loss_is_one_figure_that_says_so()
    {
        var loss = LossEstimate.Of(Whole with { FixedCosts = null }, Today);

        Assert.Equal(new YuanRange(600m, 600m), loss.PerDay);
        Assert.Equal([ImpactFigure.FixedCosts], loss.PerDayLacks);
    }

    [Fact]
    public void Money_gone_for_good_is_added_once_and_the_days_stop_when_business_is_back() =>
        Assert.Equal(
            new YuanRange(1300m, 2900m),
            LossEstimate.Of(Whole with { MoneyLost = 100m, StoppedUntil = Today.AddDays(-2) }, Today).ToDate);

    [Theory]
    [InlineData(2000, 10)]
    [InlineData(1999, 9)]
    [InlineData(0, 0)]
    public void Cash_lasts_as_many_whole_days_as_it_pays_costs_less_what_still_comes_in(int cash, int days) =>
        Assert.Equal(days, LossEstimate.Of(Whole with { CashOnHand = cash }, Today).Cash!.Days);

    [Fact]
    public void A_payable_shortens_the_cash_from_the_day_on_which_it_is_due()
    {
        var due = Whole with { Payables = [new Payable("wages", 1500m, Today.AddDays(5))] };
        var overdue = Whole with { Payables = [new Payable("goods", 1900m, Today.AddDays(-5))] };

        Assert.Equal(5, LossEstimate.Of(due, Today).Cash!.Days);
        Assert.Equal(0, LossEstimate.Of(overdue, Today).Cash!.Days);
    }

    [Fact]
    public void A_payable_without_a_date_is_counted_in_the_sum_and_missed_in_the_days()
    {
        var loss = LossEstimate.Of(Whole with { Payables = [new Payable(null, 1500m, null)] }, Today);

        Assert.Equal((10, 1500m), (loss.Cash!.Days, loss.PayablesDue));
        Assert.Equal([ImpactFigure.PayableDates], loss.Cash.Lacks);
    }

    [Fact]
    public void Cash_that_does_not_run_out_within_a_year_has_no_number_of_days() =>
        Assert.Equal(new CashReach(null, false, []), LossEstimate.Of(Whole with { LostSharePercent = 0m }, Today).Cash! with { Lacks = [] });

    [Fact]
    public void Stated_days_of_cash_are_taken_as_stated_until_they_can_be_reckoned()
    {
        var stated = LossEstimate.Of(new ImpactForm { CashDays = 9, CashOnHand = 100m }, Today).Cash!;

        Assert.Equal((9, true), (stated.Days, stated.IsStated));
        Assert.Equal([ImpactFigure.FixedCosts], stated.Lacks);
        Assert.False(LossEstimate.Of(Whole with { CashDays = 9 }, Today).Cash!.IsStated);
    }
}
