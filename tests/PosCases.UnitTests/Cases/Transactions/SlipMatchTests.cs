using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Slips;

namespace PosCases.UnitTests.Cases.Transactions;

public sealed class SlipMatchTests
{
    private static readonly SlipForm Slip = new()
    {
        Reference = "000123456789",
        Amount = 880m,
        Day = new DateOnly(2026, 11, 20),
        Time = new TimeOnly(12, 31),
        Terminal = "T1",
        CardTail = "1234",
    };

    [Fact]
    public void The_transaction_that_agrees_in_everything_stands_first_with_every_reason()
    {
        var (right, sameAmount) = (Made("123456789", 880m, 0), Made("000999999999", 880m, 3));

        var ranked = SlipMatch.Rank(Slip, [sameAmount, right]);

        Assert.Equal(right, ranked[0].Transaction);
        Assert.Equal(100, ranked[0].Score);
        Assert.Equal(
            [SlipReason.SameReference, SlipReason.SameAmount, SlipReason.SameTime, SlipReason.SameTerminal, SlipReason.SameCard], ranked[0].Points.Select(p => p.Reason));
        Assert.Equal(ranked[0].Score, ranked[0].Points.Sum(p => p.Points));
    }

    [Fact]
    public void The_same_amount_alone_is_offered_and_another_reference_speaks_against_it()
    {
        var other = SlipMatch.Weigh(Slip with { Time = null }, Made("000999999999", 880m, 0));

        Assert.Contains(new SlipPoint(SlipReason.OtherReference, -30), other.Points);
        Assert.Empty(SlipMatch.Rank(Slip with { Time = null, Terminal = null, CardTail = null }, [Made("000999999999", 880m, 0)]));
        Assert.Single(SlipMatch.Rank(new SlipForm { Amount = 880m }, [Made("000999999999", 880m, 0)]));
    }

    [Fact]
    public void What_the_slip_does_not_say_neither_adds_nor_takes_away() =>
        Assert.Equal([SlipReason.SameAmount], SlipMatch.Weigh(new SlipForm { Amount = 880m }, Made("1", 880m, 0)).Points.Select(p => p.Reason));

    [Theory]
    [InlineData(0, SlipReason.SameTime)]
    [InlineData(30, SlipReason.NearTime)]
    [InlineData(180, SlipReason.SameDay)]
    [InlineData(1440, SlipReason.NextDay)]
    [InlineData(5000, SlipReason.OtherDay)]
    public void How_far_apart_the_times_are_is_said(int minutes, SlipReason reason) =>
        Assert.Contains(SlipMatch.Weigh(Slip, Made("123456789", 880m, minutes)).Points, p => p.Reason == reason);

    private static CaseTransaction Made(string reference, decimal amount, int minutesLater)
    {
        var facts = new TransactionFacts
        {
            Row = 2,
            At = new DateTimeOffset(2026, 11, 20, 4, 30, 0, TimeSpan.Zero).AddMinutes(minutesLater),
            HasTime = true,
            Amount = amount,
            Reference = reference,
            Terminal = "T1",
            Card = "622202******1234",
        };
        return CaseTransaction.Of(new CaseId(Guid.NewGuid()), TransactionImportId.New(), facts, facts.KeyOf());
    }
}
