using PosCases.Cases.Communication;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Communication;

public sealed class ScorecardTests
{
    [Fact]
    public void Median_in_time_silence_promises_and_reasons_are_counted_from_what_happened()
    {
        var card = Scorecard.Of(
            "Bank",
            null,
            [
                Sent(20, due: 15, answered: 18, InstitutionAnswer.Lifted),
                Sent(20, due: 15, answered: 10, InstitutionAnswer.Refused, "PAPER_MISSING"),
                Sent(20, due: null, answered: 16, InstitutionAnswer.Refused, "PAPER_MISSING", isFinal: true),
                Sent(20, due: 15, answered: 12, InstitutionAnswer.UnderReview),
                Sent(20, due: 15, answered: 1, InstitutionAnswer.Silent),
                Sent(2, due: -5, answered: null, null),
            ],
            [
                new(Now.AddDays(-3), FollowUpResult.Kept), new(Now.AddDays(-3), FollowUpResult.Broken), new(Now.AddDays(-1), null),
                new(Now.AddDays(1), null), new(Now.AddDays(-9), FollowUpResult.Dropped),
            ],
            Now);

        Assert.Equal((6, 3, 4.0), (card.Submissions, card.Answered, card.MedianDays));
        Assert.Equal(new Share(1, 4), card.InTime);
        Assert.Equal(new Share(2, 5), card.Silent);
        Assert.Equal(new Share(1, 3), card.Kept);
        Assert.Equal(new Share(2, 3), card.Refused);
        Assert.Equal([("PAPER_MISSING", 2)], card.Refusals);
        Assert.Equal(1, card.FinalRefusals);
    }

    [Fact]
    public void Of_an_even_number_the_median_lies_between_the_two_in_the_middle() => Assert.Equal(
        3.0,
        Scorecard.Of("Bank", null, [Sent(20, 10, 18, InstitutionAnswer.Lifted), Sent(20, 10, 16, InstitutionAnswer.Lifted)], [], Now).MedianDays);

    [Fact]
    public void Nothing_has_no_median_and_no_percentage()
    {
        var card = Scorecard.Of("Bank", null, [], [], Now);

        Assert.Equal((null, null, true), (card.MedianDays, card.InTime.Percent, card.InTime.IsSmall));
    }

    [Fact]
    public void A_sample_below_ten_is_small() => Assert.Equal((true, false), (new Share(9, 9).IsSmall, new Share(1, 10).IsSmall));

    // Days before now.
    private static Scorecard.Sent Sent(int sent, int? due, int? answered, InstitutionAnswer? answer, string? reason = null, bool isFinal = false) =>
        new(Now.AddDays(-sent), due is { } d ? Now.AddDays(-d) : null, answered is { } a ? Now.AddDays(-a) : null, answer, reason, isFinal);
}
