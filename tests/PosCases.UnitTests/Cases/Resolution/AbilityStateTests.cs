using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Resolution;

public sealed class AbilityStateTests
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Two = Guid.NewGuid();

    [Fact]
    public void A_measure_switches_off_since_its_day_and_unknown_is_said_as_unknown()
    {
        var state = AbilityState.Of([new(One, Ability.Withdraw, Today.AddDays(-9), null), new(One, Ability.Pay, null, null), new(One, Ability.Unknown, null, null)], [], Today);

        Assert.Equal([new AbilityLine(Ability.Pay, false, null, null), new(Ability.Withdraw, false, Today.AddDays(-9), null)], state.Lines);
    }

    [Fact]
    public void What_a_measure_took_is_back_since_the_day_it_ended_not_since_that_was_recorded()
    {
        var made = Stage.Talking();
        Stage.Do(made.RecordMeasure(
            made.Measures[0].Id, new MeasureRecord { Kind = MeasureKind.JudicialFreeze, AbilitiesOff = [Ability.Pay], Since = Today.AddDays(-200) }, Li, Now));

        Stage.Do(made.EndMeasure(new(made.Id, made.Version, made.Measures[0].Id, MeasureEnding.Lapsed, Today.AddDays(-10), "account shows it", null), Li, Now));

        Assert.Equal(new AbilityLine(Ability.Pay, true, Today.AddDays(-10), null), Assert.Single(made.AbilitiesOn(Today).Lines));
    }

    [Fact]
    public void A_release_brings_it_back_from_its_day_on()
    {
        AbilityHold[] holds = [new(One, Ability.Withdraw, Today.AddDays(-9), null)];
        AbilitySwitch[] switches = [new(Ability.Withdraw, true, Today, null, null)];

        Assert.False(AbilityState.Of(holds, switches, Today.AddDays(-1)).Lines[0].Works);
        Assert.Equal(new AbilityLine(Ability.Withdraw, true, Today, null), AbilityState.Of(holds, switches, Today).Lines[0]);
    }

    [Fact]
    public void A_temporary_release_is_over_the_day_after_its_last()
    {
        AbilityHold[] holds = [new(One, Ability.Pay, Today.AddDays(-9), null)];
        AbilitySwitch[] switches = [new(Ability.Pay, true, Today, Today.AddDays(10), null)];

        var during = AbilityState.Of(holds, switches, Today.AddDays(10)).Lines[0];

        Assert.Equal((true, false), (during.Works, during.IsBack));
        Assert.Equal(new AbilityLine(Ability.Pay, false, Today.AddDays(11), null), AbilityState.Of(holds, switches, Today.AddDays(11)).Lines[0]);
    }

    [Fact]
    public void What_two_measures_block_works_when_both_let_go()
    {
        AbilityHold[] holds = [new(One, Ability.Pay, Today.AddDays(-9), null), new(Two, Ability.Pay, Today.AddDays(-3), null)];

        var one = AbilityState.Of(holds, [new(Ability.Pay, true, Today, null, One)], Today).Lines[0];
        var both = AbilityState.Of(holds, [new(Ability.Pay, true, Today, null, One), new(Ability.Pay, true, Today, null, Two)], Today).Lines[0];
        var lifted = AbilityState.Of([holds[0] with { LiftedOn = Today }, holds[1] with { LiftedOn = Today }], [], Today).Lines[0];

        Assert.Equal((false, Today.AddDays(-3)), (one.Works, one.Since));
        Assert.True(both.IsBack);
        Assert.True(lifted.IsBack);
    }

    [Fact]
    public void What_is_switched_off_again_is_off()
    {
        AbilitySwitch[] switches = [new(Ability.Refund, false, Today.AddDays(-5), null, null), new(Ability.Refund, true, Today.AddDays(-3), null, null), new(Ability.Refund, false, Today, null, null)];

        Assert.Equal(new AbilityLine(Ability.Refund, false, Today, null), AbilityState.Of([], switches, Today).Lines[0]);
        Assert.True(AbilityState.Of([], switches, Today.AddDays(-1)).Lines[0].Works);
    }

    [Fact]
    public void All_money_without_all_abilities_is_a_part_and_never_all()
    {
        var made = Frozen(Ability.Withdraw, Ability.Pay);
        Stage.Do(made.EnterLedger(LedgerKind.Released, 100m, Today, "letter", null, Li, Now, new LedgerReach([Ability.Withdraw])));

        var full = made.Propose(Outcome.FullyUnfrozen, Li);
        var part = made.Propose(Outcome.PartlyUnfrozen, Li);

        Assert.Equal(new CaseNotReady(Lack.Abilities, 1), full.Error);
        Assert.Null(part.Error);
    }

    [Fact]
    public void An_ability_that_is_back_for_a_time_only_is_not_fully_released()
    {
        var made = Frozen(Ability.Pay);
        Stage.Do(made.EnterLedger(LedgerKind.Released, 100m, Today, "letter", null, Li, Now, new LedgerReach([Ability.Pay], null, Today.AddDays(3))));

        Assert.Equal(new CaseNotReady(Lack.Abilities, 1), made.Propose(Outcome.FullyUnfrozen, Li).Error);
        Stage.Do(made.EnterLedger(LedgerKind.Released, 0m, Today, "letter 2", null, Li, Now, new LedgerReach([Ability.Pay])));
        Assert.Null(made.Propose(Outcome.FullyUnfrozen, Li).Error);
    }

    [Fact]
    public void A_refusal_contradicts_an_ability_that_is_back_and_a_part_needs_something_back()
    {
        var nothing = Frozen(Ability.Pay);
        var some = Frozen(Ability.Pay);
        Stage.Do(some.EnterLedger(LedgerKind.Released, 0m, Today, "letter", null, Li, Now, new LedgerReach([Ability.Pay])));

        Assert.Equal(new CaseNotReady(Lack.Balance), some.Propose(Outcome.Refused, Li).Error);
        Assert.Equal(new CaseNotReady(Lack.Balance), nothing.Propose(Outcome.PartlyUnfrozen, Li).Error);
        Assert.Null(some.Propose(Outcome.PartlyUnfrozen, Li).Error);
        Assert.Null(nothing.Propose(Outcome.Refused, Li).Error);
    }

    [Fact]
    public void Each_entry_has_the_balance_after_it_and_a_corrected_one_switches_nothing()
    {
        var made = Frozen(Ability.Pay);
        Stage.Do(made.EnterLedger(LedgerKind.Released, 30m, Today, "letter", null, Li, Now.AddMinutes(1), new LedgerReach([Ability.Pay])));
        var wrong = made.Ledger[^1].Id;
        Stage.Do(made.CorrectLedger(wrong, "another account", Li, Now.AddMinutes(2)));

        var lines = LedgerLine.Of(made.Ledger);

        Assert.Equal([(100m, false), (70m, true), (100m, false)], lines.Select(l => (l.Remaining, l.IsCorrected)));
        Assert.False(made.AbilitiesOn(Today).Lines.Single(l => l.Ability == Ability.Pay).Works);
    }

    [Fact]
    public void An_entry_names_a_measure_of_the_case_or_none() =>
        Assert.Equal(
            new NotFound("Measure"),
            Frozen(Ability.Pay).EnterLedger(LedgerKind.Released, 1m, Today, "letter", null, Li, Now, new LedgerReach([Ability.Pay], Guid.NewGuid())).Error);

    private static Case Frozen(params Ability[] abilities)
    {
        var made = Stage.Talking();
        Stage.Do(made.RecordMeasure(
            made.Measures[0].Id,
            new MeasureRecord { Kind = MeasureKind.AccountControl, Institution = Stage.Bank, AbilitiesOff = abilities, Since = Today.AddDays(-9) }, Li, Now));
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        return made;
    }
}
