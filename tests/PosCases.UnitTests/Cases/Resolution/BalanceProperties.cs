using FsCheck;
using FsCheck.Fluent;
using PosCases.Cases.Resolution;
using Outcome = PosCases.Cases.Outcome;

namespace PosCases.UnitTests.Cases.Resolution;

/// <summary>What the ledger promises, whatever is entered.</summary>
public sealed class BalanceProperties
{
    private static readonly Arbitrary<(LedgerKind Kind, decimal Amount)[]> Entries =
        (from kind in Gen.Elements(Enum.GetValues<LedgerKind>()) from fen in Gen.Choose(1, 10_000_000) select (kind, fen / 100m)).ArrayOf().ToArbitrary();

    [Fact]
    public void What_remains_is_what_was_frozen_less_everything_that_left() => Prop.ForAll(Entries, entries =>
    {
        var balance = Balance.Of(entries);
        return balance.Remaining == entries.Sum(e => e.Kind == LedgerKind.Frozen ? e.Amount : -e.Amount);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_entries_does_not_matter() =>
        Prop.ForAll(Entries, entries => Balance.Of(entries) == Balance.Of(entries.Reverse())).QuickCheckThrowOnFailure();

    [Fact]
    public void A_counter_entry_leaves_no_trace_in_the_balance() =>
        Prop.ForAll(Entries, entries => Balance.Of(entries.Concat(entries.Select(e => (e.Kind, -e.Amount)))) == new Balance(0, 0, 0, 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_case_never_gives_more_than_it_holds_and_refuses_without_a_trace() => Prop.ForAll(Entries, entries =>
    {
        var made = Stage.Talking();
        foreach (var (kind, amount) in entries)
        {
            var (before, count) = (made.Balance, made.Ledger.Count);
            var entered = made.Enter(kind, amount);
            if (entered.Succeeded == (kind != LedgerKind.Frozen && amount > before.Remaining)
                || (!entered.Succeeded && (made.Balance != before || made.Ledger.Count != count))
                || made.Balance.Remaining < 0)
            {
                return false;
            }
        }

        return made.Amount == (made.Balance.Frozen > 0 ? made.Balance.Frozen : null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_and_a_part_and_nothing_exclude_each_other_once_money_is_frozen() => Prop.ForAll(Entries, entries =>
    {
        var balance = Balance.Of(entries);
        Outcome[] three = [Outcome.FullyUnfrozen, Outcome.PartlyUnfrozen, Outcome.Refused];
        return balance.Frozen == 0 || three.Count(balance.Agrees) <= 1;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Outcome.FullyUnfrozen, true)]
    [InlineData(Outcome.PartlyUnfrozen, true)]
    [InlineData(Outcome.Refused, true)]
    [InlineData(Outcome.NotAFreeze, true)]
    [InlineData(Outcome.FakeNotice, true)]
    [InlineData(Outcome.Withdrawn, true)]
    [InlineData(Outcome.Duplicate, true)]
    [InlineData(Outcome.ServiceEnded, true)]
    [InlineData(Outcome.ExpiredByLaw, true)]
    [InlineData(Outcome.Deducted, false)]
    public void An_empty_ledger_contradicts_only_that_money_was_deducted(Outcome outcome, bool agrees) =>
        Assert.Equal(agrees, Balance.Of([]).Agrees(outcome));

    [Fact]
    public void Deducted_or_refunded_money_must_be_all_that_was_left()
    {
        Assert.True(new Balance(100, 60, 40, 0).Agrees(Outcome.Deducted));
        Assert.True(new Balance(100, 0, 0, 100).Agrees(Outcome.Deducted));
        Assert.False(new Balance(100, 0, 40, 0).Agrees(Outcome.Deducted));
        Assert.False(new Balance(100, 60, 40, 0).Agrees(Outcome.FullyUnfrozen));
        Assert.True(new Balance(100, 60, 0, 40).Agrees(Outcome.ServiceEnded));
    }
}
