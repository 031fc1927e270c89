using PosCases.Cases;
using PosCases.Cases.Impact;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Impact;

public sealed class ImpactTests
{
    // Every impact of the articles, and where it is told. I18 to I21 speak of whole markets and come from reports over all cases.
    public static TheoryData<string, string> Reachable => new()
    {
        { "I01", nameof(ImpactForm.CashOnHand) }, { "I02", nameof(ImpactForm.StoppedOutlets) }, { "I03", nameof(ImpactEffect.CustomersWorse) },
        { "I04", nameof(ImpactForm.LostOrders) }, { "I05", nameof(ImpactForm.FixedCosts) }, { "I06", nameof(ImpactEffect.Liability) },
        { "I07", nameof(ImpactEffect.Confused) }, { "I08", nameof(ImpactEffect.DailyLife) }, { "I09", nameof(ImpactEffect.Dispute) },
        { "I10", nameof(ImpactForm.MarginPercent) }, { "I11", nameof(ImpactEffect.NotTold) }, { "I12", nameof(ImpactEffect.Credit) },
        { "I13", nameof(ImpactEffect.Reputation) }, { "I14", nameof(ImpactEffect.Survival) }, { "I15", nameof(ImpactForm.Customers) },
        { "I16", nameof(ImpactForm.Refunds) }, { "I17", nameof(ImpactEffect.CustomersWorse) }, { "I22", nameof(ImpactForm.StoppedSince) },
        { "I23", nameof(ImpactForm.Channels) }, { "I24", nameof(ImpactForm.Complaints) }, { "I25", nameof(ImpactForm.MoneyLost) },
        { "I26", nameof(ImpactEffect.CustomerData) },
    };

    [Theory]
    [MemberData(nameof(Reachable))]
    public void Every_impact_on_a_merchant_can_be_told(string item, string field) =>
        Assert.True(typeof(ImpactForm).GetProperty(field) is not null || Enum.TryParse<ImpactEffect>(field, out _), item);

    [Fact]
    public void What_was_told_at_filing_is_where_the_statement_starts()
    {
        var made = Stage.Filed(Stage.Form with { DailyTakings = 3000m, CashDays = 5, PayablesDue = 800m, RefundsDue = 60m, Since = Today.AddDays(-2) });

        var reading = made.ReadImpact();

        Assert.Equal((0, 3000m, 5, Today.AddDays(-2)), (reading.Number, reading.Form.DailyTakings, reading.Form.CashDays, reading.Form.StoppedSince));
        Assert.Equal((new Payable(null, 800m, null), new PendingRefund(null, 60m)), (reading.Form.Payables[0], reading.Form.Refunds[0]));
        Assert.All(reading.Marks.Values, mark => Assert.Equal((ImpactTeller.Filing, Now), (mark.Teller, mark.At)));
        Assert.Null(made.EstimateLoss(Today).PerDay);
    }

    [Fact]
    public void Each_figure_keeps_who_said_it_until_somebody_says_it_anew()
    {
        var made = Stage.Filed(Stage.Form with { DailyTakings = 3000m });
        Stage.Do(made.RecordImpact(made.ReadImpact().Form with { MarginPercent = 40m }, 0, Owner, Now));
        Stage.Do(made.RecordImpact(made.ReadImpact().Form with { MarginPercent = 30m, FixedCosts = 100m }, 1, Li, Now.AddHours(1)));

        var marks = made.ReadImpact().Marks;

        Assert.Equal(
            (ImpactTeller.Filing, ImpactTeller.Desk, "Li"),
            (marks[ImpactFigure.DailyTakings].Teller, marks[ImpactFigure.Margin].Teller, marks[ImpactFigure.FixedCosts].Name));
        Assert.Equal(40m, made.Impacts[0].Form.MarginPercent);
        Assert.False(marks.ContainsKey(ImpactFigure.Refunds));
    }

    [Fact]
    public void The_event_tells_the_new_figures_and_the_former_ones()
    {
        var made = Stage.Filed(Stage.Form with { DailyTakings = 3000m, CashDays = 9 });
        Stage.Do(made.RecordImpact(made.ReadImpact().Form with { MarginPercent = 40m, LostSharePercent = 100m }, 0, Owner, Now));
        Stage.Do(made.RecordImpact(made.ReadImpact().Form with { FixedCosts = 300m, CashDays = 4 }, 1, Owner, Now));

        var details = made.Events[^1].Details;

        Assert.Equal(("1200", "1500", "1200"), (details["perDay"], details["perDayMost"], details["perDayBefore"]));
        Assert.Equal(("4", "9"), (details["cashDays"], details["cashDaysBefore"]));
    }

    [Fact]
    public void A_statement_that_started_from_an_older_one_is_a_conflict_and_a_closed_case_takes_none()
    {
        var made = Stage.Filed();
        Stage.Do(made.RecordImpact(new ImpactForm(), 0, Owner, Now));

        Assert.Equal(new Conflict(), made.RecordImpact(new ImpactForm(), 0, Li, Now).Error);
        Assert.Equal(new CaseLocked(), Stage.Closed().RecordImpact(new ImpactForm(), 0, Owner, Now).Error);
    }

    [Theory]
    [InlineData(nameof(ImpactForm.MarginPercent), 101)]
    [InlineData(nameof(ImpactForm.LostSharePercent), -1)]
    public void A_share_is_a_percentage(string field, int value)
    {
        var form = field == nameof(ImpactForm.MarginPercent) ? new ImpactForm { MarginPercent = value } : new ImpactForm { LostSharePercent = value };

        Assert.Equal(field, Assert.Single(new ImpactFormValidator(Today).Validate(form).Errors).PropertyName);
    }
}
