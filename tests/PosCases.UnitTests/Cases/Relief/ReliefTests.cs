using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Relief;

public sealed class ReliefTests
{
    private static readonly (string, InstitutionKind) Bank = ("Bank", InstitutionKind.Bank);
    private static readonly ReliefTerms Terms = new() { Amount = 30m, Abilities = [Ability.Pay], From = Today, To = Today.AddDays(20) };

    [Fact]
    public void An_ask_an_offer_and_a_new_ask_stand_in_order_with_who_said_what()
    {
        var made = Asked();
        Stage.Do(Answer(made, ReliefMove.Countered, Terms with { Amount = 10m, Conditions = [ReliefCondition.Undertaking] }, "Ms Wu"));
        Stage.Do(made.AskRelief(made.Reliefs[0].Id, made.Parties[0].Id, Terms with { Amount = 20m }, Said("Ms Wu"), Bank, Li, Now));

        var talk = Assert.Single(made.Reliefs);
        Assert.Equal(
            [(ReliefMove.Asked, 30m, null), (ReliefMove.Countered, 10m, "Ms Wu"), (ReliefMove.Asked, 20m, "Ms Wu")],
            talk.Steps.Select(s => (s.Move, s.Terms.Amount!.Value, s.Person)));
        Assert.Equal((ReliefStatus.Asked, 0), (talk.Status, made.Ledger.Count(e => e.ReliefId is not null)));
    }

    [Fact]
    public void What_is_granted_is_in_the_ledger_at_once_with_its_reference_and_its_end()
    {
        var made = Granted();

        var entry = made.Ledger[^1];
        Assert.Equal((LedgerKind.Released, 30m, "R-9", Today.AddDays(20)), (entry.Kind, entry.Amount, entry.Proof, entry.Until));
        Assert.Equal(made.Reliefs[0].Id, entry.ReliefId);
        Assert.Equal(70m, made.Balance.Remaining);
        Assert.Equal(new AbilityLine(Ability.Pay, true, Today, Today.AddDays(20)), made.AbilitiesOn(Today).Lines[0]);
        Assert.False(made.AbilitiesOn(Today.AddDays(21)).Lines[0].Works);
    }

    [Fact]
    public void More_than_is_frozen_cannot_be_granted_and_leaves_no_trace()
    {
        var made = Asked();

        var refused = Answer(made, ReliefMove.Accepted, Terms with { Amount = 100.01m });

        Assert.Equal(new LedgerOverdrawn(100m), refused.Error);
        Assert.Equal((ReliefStatus.Asked, 1), (made.Reliefs[0].Status, made.Reliefs[0].Steps.Count));
    }

    [Fact]
    public void An_answered_ask_takes_no_further_answer()
    {
        var made = Asked();
        Stage.Do(Answer(made, ReliefMove.Refused));

        Assert.Equal(new ReliefNotOpen(ReliefStatus.Refused), Answer(made, ReliefMove.Accepted).Error);
        Assert.Equal(
            new ReliefNotOpen(ReliefStatus.Refused),
            made.AskRelief(made.Reliefs[0].Id, made.Parties[0].Id, Terms, Said(null), Bank, Li, Now).Error);
    }

    [Fact]
    public void The_owner_is_due_some_days_before_the_end_until_it_is_settled()
    {
        var made = Granted();
        var due = ShanghaiTime.EndOf(Today.AddDays(18));
        Assert.Equal(due, made.ReliefDueAt);
        Assert.True(made.DueAt <= due);

        Stage.Do(made.SettleReliefEnd(made.Reliefs[0].Id, "asked to go on", Li, Now));

        Assert.Null(made.ReliefDueAt);
        Assert.Equal("asked to go on", made.Reliefs[0].EndPlan);
    }

    [Fact]
    public void A_release_that_ends_soon_is_told_once_and_not_for_the_desk_alone()
    {
        var made = Granted();
        made.AlertReliefEnd(made.Reliefs[0].Id, "Bank", Actor.System, Now.AddDays(15));
        made.AlertReliefEnd(made.Reliefs[0].Id, "Bank", Actor.System, Now.AddDays(16));

        var told = Assert.Single(made.Events, e => e.Kind == CaseEventKind.ReliefEnding);
        Assert.False(told.DeskOnly);
    }

    [Fact]
    public void A_release_ends_the_day_after_its_last_and_not_before()
    {
        var made = Granted();
        made.EndRelief(made.Reliefs[0].Id, "Bank", Actor.System, Now.AddDays(20));
        Assert.Equal(ReliefStatus.Accepted, made.Reliefs[0].Status);

        made.EndRelief(made.Reliefs[0].Id, "Bank", Actor.System, Now.AddDays(21));

        Assert.Equal((ReliefStatus.Ended, null), (made.Reliefs[0].Status, made.ReliefDueAt));
    }

    [Theory]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Court, InstitutionKind.Bank, true)]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Supervision, InstitutionKind.Bank, true)]
    [InlineData(MeasureKind.SettlementDelay, ImposedBy.Police, InstitutionKind.Acquirer, true)]
    [InlineData(MeasureKind.JudicialFreeze, ImposedBy.Bank, InstitutionKind.Bank, true)]
    [InlineData(MeasureKind.EmergencyStopPayment, ImposedBy.Unknown, InstitutionKind.Bank, true)]
    [InlineData(MeasureKind.AmlTempFreeze, ImposedBy.Other, InstitutionKind.PaymentInstitution, true)]
    [InlineData(MeasureKind.SanctionList, ImposedBy.Regulator, InstitutionKind.ServiceProvider, true)]
    [InlineData(MeasureKind.JudicialFreeze, ImposedBy.Court, InstitutionKind.Court, false)]
    [InlineData(MeasureKind.JudicialFreeze, ImposedBy.Police, InstitutionKind.Police, false)]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Bank, InstitutionKind.Bank, false)]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Unknown, InstitutionKind.Bank, false)]
    public void Nothing_is_asked_from_who_only_carries_out_what_an_authority_ordered(MeasureKind kind, ImposedBy by, InstitutionKind asked, bool refused)
    {
        var made = Stage.Talking();
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord { Kind = kind, ImposedBy = by, Institution = Stage.Bank }, Li, Now));

        var result = made.AskRelief(null, made.Parties[0].Id, Terms, Said(null), ("Somebody", asked), Li, Now);

        Assert.Equal(refused ? typeof(OnlyAuthorityMayLift) : null, result.Error?.GetType());
        Assert.Equal(refused ? 0 : 1, made.Reliefs.Count);
    }

    [Fact]
    public void Beside_a_police_freeze_a_grant_brings_back_what_the_banks_own_measure_took_and_nothing_more()
    {
        var (made, freeze, control) = Beside();
        Stage.Do(made.AskRelief(null, made.Parties[0].Id, Terms, Said(null), Bank, Li, Now));
        Stage.Do(Answer(made, ReliefMove.Countered, Terms with { Conditions = [ReliefCondition.Undertaking] }));
        Stage.Do(Answer(made, ReliefMove.Accepted));

        Assert.Equal([control], made.Reliefs[0].Terms.Concerns);
        Assert.Equal(control, made.Ledger[^1].MeasureId);
        Assert.False(made.AbilitiesOn(Today).Lines.Single(l => l.Ability == Ability.Pay).Works);

        Stage.Do(made.EndMeasure(new(made.Id, made.Version, freeze, MeasureEnding.Lifted, Today, "notice", null), Li, Now));
        Assert.True(made.AbilitiesOn(Today).Lines.Single(l => l.Ability == Ability.Pay).Works);
    }

    [Fact]
    public void Beside_a_police_freeze_several_measures_of_institutions_are_named_and_each_is_released()
    {
        var (made, freeze, control) = Beside();
        Stage.Do(made.RecordMeasure(
            null, new MeasureRecord { Kind = MeasureKind.SettlementDelay, ImposedBy = ImposedBy.Acquirer, AbilitiesOff = [Ability.Pay], Since = Today.AddDays(-3) }, Li, Now));
        var delay = made.Measures[^1].Id;

        var unnamed = made.AskRelief(null, made.Parties[0].Id, Terms, Said(null), Bank, Li, Now);
        var theirs = made.AskRelief(null, made.Parties[0].Id, Terms with { Concerns = [control, freeze] }, Said(null), Bank, Li, Now);
        Stage.Do(made.AskRelief(null, made.Parties[0].Id, Terms with { Concerns = [control, delay] }, Said(null), Bank, Li, Now));
        Stage.Do(Answer(made, ReliefMove.Accepted));

        Assert.Equal(("Terms.Concerns", "ConcernsUnnamed"), Assert.Single(Assert.IsType<Invalid>(unnamed.Error).Fields) is var field ? (field.Field, field.Code) : default);
        Assert.IsType<OnlyAuthorityMayLift>(theirs.Error);
        var entered = made.Ledger.Where(e => e.ReliefId is not null).ToList();
        Assert.Equal([(control, 30m), (delay, 0m)], entered.Select(e => (e.MeasureId!.Value, e.Amount)));
        Assert.Equal(70m, made.Balance.Remaining);
    }

    [Fact]
    public void The_police_are_asked_about_what_they_ordered()
    {
        var (made, freeze, _) = Beside();

        Stage.Do(made.AskRelief(null, made.Parties[0].Id, Terms, Said(null), ("Police", InstitutionKind.Police), Li, Now));

        Assert.Equal([freeze], made.Reliefs[0].Terms.Concerns);
    }

    [Fact]
    public void Terms_name_an_amount_or_an_ability_and_what_each_condition_needs()
    {
        var wrong = new ReliefTermsValidator().Validate(new ReliefTerms
        {
            Conditions = [ReliefCondition.Reserve, ReliefCondition.LaterSettlement, ReliefCondition.DailyLimit],
            From = Today,
            To = Today.AddDays(-1),
        });

        Assert.Equal(["Amount", "To", "Reserve", "SettlementDays", "DailyLimit"], wrong.Errors.Select(e => e.PropertyName));
        Assert.True(new ReliefTermsValidator().Validate(Terms).IsValid);
    }

    private static ReliefSaying Said(string? person) => new(person, Now, "R-9");

    private static Result Answer(Case made, ReliefMove move, ReliefTerms? terms = null, string? person = null) =>
        made.AnswerRelief(made.Reliefs[0].Id, move, terms ?? Terms, Said(person), "Bank", Li, Now);

    private static (Case Made, Guid Freeze, Guid Control) Beside()
    {
        var made = Stage.Talking();
        MeasureRecord freeze = new() { Kind = MeasureKind.JudicialFreeze, ImposedBy = ImposedBy.Police, AbilitiesOff = [Ability.Pay], Since = Today.AddDays(-9) };
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, freeze, Li, Now));
        Stage.Do(made.RecordMeasure(null, freeze with { Kind = MeasureKind.AccountControl, ImposedBy = ImposedBy.Bank }, Li, Now));
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        return (made, made.Measures[0].Id, made.Measures[1].Id);
    }

    private static Case Asked()
    {
        var made = Stage.Talking();
        Stage.Do(made.RecordMeasure(
            made.Measures[0].Id, new MeasureRecord { Kind = MeasureKind.AccountControl, ImposedBy = ImposedBy.Bank, AbilitiesOff = [Ability.Pay], Since = Today.AddDays(-9) }, Li, Now));
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        Stage.Do(made.AskRelief(null, made.Parties[0].Id, Terms, Said(null), Bank, Li, Now));
        return made;
    }

    private static Case Granted()
    {
        var made = Asked();
        Stage.Do(Answer(made, ReliefMove.Accepted));
        return made;
    }
}
