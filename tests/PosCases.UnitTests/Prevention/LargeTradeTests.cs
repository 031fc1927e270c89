using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using PosCases.Prevention.LargeTrades;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Prevention;

public sealed class LargeTradeTests
{
    private static readonly LargeTradeForm Form =
        new(28_000m, Now.AddMinutes(-5), " Crab ", "Wu", [IdentityCheck.CalledBack, IdentityCheck.DocumentSeen, IdentityCheck.CalledBack], "gifts", TradeDelivery.TakenAway, "He") { Note = "  " };

    [Fact]
    public void A_record_keeps_what_was_typed_without_blanks_and_each_check_once()
    {
        var trade = LargeTrade.Record(Shop, Form, Clerk, Now);

        Assert.Equal((1, trade.Id, "Crab", "He", (string?)null), (trade.Number, trade.Series, trade.Goods, trade.ByName, trade.Note));
        Assert.Equal([IdentityCheck.DocumentSeen, IdentityCheck.CalledBack], trade.Checks);
        Assert.True(trade.WasWrittenAtOnce);
        Assert.False(LargeTrade.Record(Shop, Form with { At = Now.AddDays(-2) }, Clerk, Now).WasWrittenAtOnce);
    }

    [Fact]
    public void A_correction_is_a_further_version_and_the_first_stays_as_it_was()
    {
        var first = LargeTrade.Record(Shop, Form, Clerk, Now);

        var second = first.Correct(Form with { Amount = 28_500m }, " a digit ", Owner, Now.AddHours(1)).Value;

        Assert.Equal((28_000m, Now.AddHours(1)), (first.Amount, first.ReplacedAt));
        Assert.Equal((2, first.Id, 28_500m, "a digit", (DateTimeOffset?)null), (second.Number, second.Series, second.Amount, second.Correction, second.ReplacedAt));
        Assert.IsType<Conflict>(first.Correct(Form, "again", Owner, Now).Error);
    }

    [Fact]
    public void Few_sales_propose_the_starting_value_and_many_propose_what_one_in_thirty_reaches()
    {
        Assert.Equal(0, ProposedThreshold.Of([.. Enumerable.Repeat(20m, ProposedThreshold.FewestSales - 1)]).Sales);
        Assert.True(ProposedThreshold.Of([]).Amount > 0);

        var proposed = ProposedThreshold.Of([.. Enumerable.Range(1, 300).Select(n => (decimal)n * 10)]);

        Assert.Equal(new ProposedThreshold(3000m, 300), proposed);
        Assert.Equal(100m, ProposedThreshold.Of([.. Enumerable.Repeat(1m, 60)]).Amount);
    }

    [Theory]
    [InlineData(29, true, true)]
    [InlineData(-30, true, true)]
    [InlineData(31, true, false)]
    [InlineData(600, false, true)]
    [InlineData(800, false, false)]
    public void A_transaction_fits_within_half_an_hour_or_on_the_day_where_no_time_is_told(int minutes, bool hasTime, bool fits) =>
        Assert.Equal(fits, TradeMatch.Fits(Now, Now.AddMinutes(minutes), hasTime));

    [Fact]
    public void Every_kind_of_photo_becomes_a_kind_of_the_evidence_catalogue()
    {
        var trade = LargeTrade.Record(Shop, Form, Clerk, Now);
        StoredFile file = new(new string('a', 32), "f.png", "image/png", 1, new string('a', 64));

        Assert.All(Enum.GetValues<TradePhotoKind>(), kind => Assert.True(EvidenceCode.Exists(TradePhoto.Of(trade, kind, file, Clerk, Now).EvidenceCode)));
        Assert.True(EvidenceCode.Exists(TakeTradeToCase.RecordCode));
    }
}
