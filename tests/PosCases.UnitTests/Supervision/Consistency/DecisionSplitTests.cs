using PosCases.Supervision.Consistency;
using Outcome = PosCases.Cases.Outcome;

namespace PosCases.UnitTests.Supervision.Consistency;

/// <summary>What is usual and what is odd among cases of one kind.</summary>
public sealed class DecisionSplitTests
{
    [Fact]
    public void A_rare_outcome_beside_a_usual_one_is_odd()
    {
        var split = Split((Outcome.FullyUnfrozen, 8), (Outcome.Refused, 2));

        Assert.Equal((10, Outcome.FullyUnfrozen, 2, true), (split.Total, split.Usual, split.OddCount, split.IsSmall));
        Assert.Equal([Outcome.Refused], split.Odd);
    }

    [Fact]
    public void What_every_fourth_case_has_is_not_odd()
    {
        var split = Split((Outcome.FullyUnfrozen, 15), (Outcome.PartlyUnfrozen, 5));

        Assert.Equal(Outcome.FullyUnfrozen, split.Usual);
        Assert.Empty(split.Odd);
        Assert.False(split.IsSmall);
    }

    [Fact]
    public void Where_no_outcome_is_frequent_enough_nothing_is_odd()
    {
        var split = Split((Outcome.FullyUnfrozen, 59), (Outcome.PartlyUnfrozen, 31), (Outcome.Refused, 10));

        Assert.Null(split.Usual);
        Assert.Empty(split.Odd);
        Assert.False(split.WouldBeOdd(Outcome.Deducted));
    }

    [Fact]
    public void Of_fewer_than_five_cases_nothing_is_said()
    {
        Assert.Null(Split((Outcome.FullyUnfrozen, 3), (Outcome.Refused, 1)).Usual);
        Assert.Equal([Outcome.Refused], Split((Outcome.FullyUnfrozen, 4), (Outcome.Refused, 1)).Odd);
        Assert.Equal(0, Split().Total);
    }

    [Fact]
    public void A_proposal_would_be_odd_that_ends_as_no_like_case_or_few_did()
    {
        var split = Split((Outcome.FullyUnfrozen, 7), (Outcome.Refused, 1), (Outcome.PartlyUnfrozen, 2));

        Assert.True(split.WouldBeOdd(Outcome.Refused));
        Assert.True(split.WouldBeOdd(Outcome.Deducted));
        Assert.False(split.WouldBeOdd(Outcome.FullyUnfrozen));
    }

    [Fact]
    public void Scams_withdrawn_and_doubled_cases_are_no_decisions()
    {
        var split = Split((Outcome.FakeNotice, 50), (Outcome.Withdrawn, 3), (Outcome.FullyUnfrozen, 5));

        Assert.Equal((5, Outcome.FullyUnfrozen), (split.Total, split.Usual));
        Assert.False(split.WouldBeOdd(Outcome.FakeNotice));
    }

    private static DecisionSplit Split(params (Outcome Outcome, int Count)[] counts) => DecisionSplit.Of(counts.Select(c => new OutcomeCount(c.Outcome, c.Count)));
}
