using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;
using static PosCases.UnitTests.Cases.Measures.FreezeTermProperties;

namespace PosCases.UnitTests.Cases.Measures;

public sealed class MeasureTests
{
    private static readonly MeasureRecord Freeze = new()
    {
        Kind = MeasureKind.JudicialFreeze,
        ImposedBy = ImposedBy.Police,
        DocumentNumber = "1",
        Since = new(2026, 8, 31),
        OrderedBy = new("Donghai Police", "Squad 2", null, null),
    };

    [Fact]
    public void Without_a_stated_term_the_longest_of_the_rule_is_taken_and_labelled()
    {
        var (_, police) = Made(Freeze);
        var (_, major) = Made(Freeze with { IsMajorCase = true });
        var (_, court) = Made(Freeze with { ImposedBy = ImposedBy.Court });

        Assert.Equal((new DateOnly(2027, 2, 28), ExpiryBasis.RuleMaximum), (police.Expiry!.Day, police.Expiry.Basis));
        Assert.Equal(new DateOnly(2027, 8, 31), major.Expiry!.Day);
        Assert.Null(court.Expiry);
    }

    [Fact]
    public void A_queued_freeze_does_not_run_until_it_takes_effect()
    {
        var (made, queued) = Made(Freeze with { IsQueued = true });
        Assert.Null(queued.Expiry);

        Stage.Do(made.RecordMeasure(queued.Id, Freeze with { Since = Today }, Li, Now));

        Assert.Equal(Today.AddMonths(6), queued.Expiry!.Day);
    }

    [Fact]
    public void A_stop_of_payments_lasts_48_hours_from_its_moment_and_asks_at_that_moment()
    {
        var (made, stop) = Made(new() { Kind = MeasureKind.EmergencyStopPayment, ImposedBy = ImposedBy.Police, StartsAt = Now.AddHours(-40) });
        Assert.Equal((Now.AddHours(8), true), (stop.Expiry!.At, stop.Expiry.IsMoment));

        Stage.Do(made.RaiseRenewalAsks(Actor.System, Now.AddHours(8)));

        Assert.Equal(RenewalAskKind.AfterExpiry, Assert.Single(made.RenewalAsks).Kind);
        Assert.Equal("yes", made.Events[^1].Details["passed"]);
    }

    [Fact]
    public void What_does_not_fit_the_rule_is_a_doubt_and_blocks_nothing()
    {
        var (made, measure) = Made(Freeze with { Term = new Term(9, TermUnit.Months), DocumentNumber = null });
        Stage.Do(made.RecordRenewal(measure.Id, new RenewalRecord { StartsOn = new(2027, 7, 1), Term = new Term(7, TermUnit.Months) }, Li, Now));

        Assert.Equal(
            [MeasureDoubtKind.NoDocument, MeasureDoubtKind.TermOverRule, MeasureDoubtKind.RenewalOverRule, MeasureDoubtKind.RenewedLate],
            MeasureDoubt.Of(measure).Select(d => d.Kind));
        Assert.Empty(MeasureDoubt.Of(Made(Freeze with { Term = new Term(9, TermUnit.Months), IsMajorCase = true }).Measure));
    }

    [Fact]
    public void A_third_repeat_of_a_stop_is_more_than_usual()
    {
        var (made, stop) = Made(new() { Kind = MeasureKind.EmergencyStopPayment, DocumentNumber = "1", StartsAt = Now });
        for (var i = 0; i < 3; i++)
        {
            Stage.Do(made.RecordRenewal(stop.Id, new RenewalRecord(), Li, Now));
        }

        var doubt = Assert.Single(MeasureDoubt.Of(stop));
        Assert.Equal((MeasureDoubtKind.TooManyRenewals, SourceConfidence.Secondary), (doubt.Kind, doubt.Confidence));
    }

    [Fact]
    public void A_question_is_due_on_the_case_until_an_answer_is_recorded()
    {
        var (made, measure) = Police(Today.AddMonths(-6).AddDays(5));
        var ours = made.DueAt;
        Stage.Do(made.RaiseRenewalAsks(Actor.System, Now));
        var due = (made.RenewalDueAt, made.DueAt);

        Stage.Do(made.AskRenewalAgain(measure.Id, "the unit is closed today", Today.AddDays(9), Li, Now));
        var later = made.RenewalDueAt;
        Stage.Do(made.RecordRenewal(measure.Id, new RenewalRecord { Term = new Term(6, TermUnit.Months) }, Li, Now));

        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(3)), due.RenewalDueAt);
        Assert.Equal(ours < due.RenewalDueAt ? ours : due.RenewalDueAt, due.DueAt);
        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(9)), later);
        Assert.Equal((null, ours), (made.RenewalDueAt, made.DueAt));
        Assert.Equal([RenewalAnswer.AskAgain, RenewalAnswer.Renewed], made.RenewalAsks.Select(a => a.Answer));
        Assert.NotNull(measure.WatchAt);
    }

    [Fact]
    public void A_question_shows_on_a_waiting_case_without_waking_it()
    {
        var (made, _) = Police(Today.AddMonths(-6).AddDays(5));
        Stage.Do(made.Wait(Ball.Authority, "their answer", Today.AddDays(30), Li, Now, Clock));

        Stage.Do(made.RaiseRenewalAsks(Actor.System, Now));

        Assert.Equal((CaseStatus.Waiting, made.RenewalDueAt), (made.Status, made.DueAt));
        Assert.Equal(NextStepKind.AskRenewal, NextStep.Of(FactsOf(made)).Kind);
    }

    [Fact]
    public void A_corrected_date_asks_anew_and_an_unchanged_one_does_not()
    {
        var (made, measure) = Police(Today.AddMonths(-6).AddDays(5));
        Stage.Do(made.RaiseRenewalAsks(Actor.System, Now));
        var record = new MeasureRecord { Kind = MeasureKind.JudicialFreeze, ImposedBy = ImposedBy.Police, Term = new Term(6, TermUnit.Months), Since = measure.Since };

        Stage.Do(made.RecordMeasure(measure.Id, record with { Amount = 5m }, Li, Now));
        var unchanged = made.RenewalAsks[0].Answer;
        var next = measure.WatchAt;
        Stage.Do(made.RecordMeasure(measure.Id, record with { Since = Today }, Li, Now));

        Assert.Equal((null, ShanghaiTime.StartOf(record.Since!.Value.AddMonths(6).AddDays(1))), (unchanged, next));
        Assert.Equal((RenewalAnswer.Corrected, null), (made.RenewalAsks[0].Answer, made.RenewalDueAt));
        Assert.Equal(ShanghaiTime.StartOf(Today.AddMonths(6).AddDays(-10)), measure.WatchAt);
    }

    [Fact]
    public void A_measure_ends_once_with_its_proof_and_may_name_what_replaced_it()
    {
        var (made, stop) = Made(new() { Kind = MeasureKind.EmergencyStopPayment, StartsAt = Now });
        Stage.Do(made.RecordMeasure(null, Freeze, Li, Now));
        var freeze = made.Measures[1];

        Assert.Equal("ReplacementUnknown", Code(made.EndMeasure(End(stop, MeasureEnding.Replaced, stop.Id), Li, Now)));
        Stage.Do(made.EndMeasure(End(stop, MeasureEnding.Replaced, freeze.Id), Li, Now));

        Assert.Equal((false, MeasureEnding.Replaced, freeze.Id, null), (stop.IsInForce, stop.Ending, stop.ReplacedById, stop.WatchAt));
        Assert.Equal(new NotFound("Measure"), made.EndMeasure(End(stop, MeasureEnding.Lifted, null), Li, Now).Error);
        Assert.Equal(new NotFound("Measure"), made.RecordRenewal(stop.Id, new(), Li, Now).Error);
        Assert.True(freeze.IsInForce);
    }

    [Fact]
    public void A_renewal_of_a_freeze_of_unknown_length_needs_its_start()
    {
        var (made, court) = Made(Freeze with { ImposedBy = ImposedBy.Court });

        Assert.Equal("StartUnknown", Code(made.RecordRenewal(court.Id, new RenewalRecord { Term = new Term(1, TermUnit.Months) }, Li, Now)));
        Stage.Do(made.RecordRenewal(court.Id, new RenewalRecord { StartsOn = Today, Term = new Term(1, TermUnit.Months) }, Li, Now));

        Assert.Equal(Today.AddMonths(1), court.Expiry!.Day);
    }

    [Theory]
    [InlineData(InstitutionKind.Bank)]
    [InlineData(InstitutionKind.Acquirer)]
    [InlineData(InstitutionKind.PaymentInstitution)]
    [InlineData(InstitutionKind.ClearingOrganisation)]
    [InlineData(null)]
    public void No_institution_is_asked_to_lift_what_an_authority_ordered(InstitutionKind? addressee)
    {
        var made = Ready(Freeze);

        var refused = made.Submit(Ask(made), "Bank", Li, Now, Clock, addressee);
        var facts = made.Submit(Ask(made) with { Purpose = SubmissionPurpose.Facts }, "Bank", Li, Now, Clock, addressee);

        Assert.Equal(["Donghai Police Squad 2"], Assert.IsType<OnlyAuthorityMayLift>(refused.Error).Bodies);
        Assert.Null(facts.Error);
        Assert.Equal((SubmissionPurpose.Facts, 0), (made.Rounds[0].Purpose, made.Rounds[0].Papers.Count));
    }

    [Theory]
    [InlineData(InstitutionKind.Police)]
    [InlineData(InstitutionKind.Procuratorate)]
    [InlineData(InstitutionKind.Court)]
    [InlineData(InstitutionKind.Regulator)]
    public void An_authority_may_be_asked(InstitutionKind addressee)
    {
        var made = Ready(Freeze);

        Stage.Do(made.Submit(Ask(made), "Police", Li, Now, Clock, addressee));

        Assert.Single(made.Rounds[0].Papers);
    }

    [Fact]
    public void Where_both_are_in_force_the_request_names_what_the_institution_imposed()
    {
        var made = Ready(new MeasureRecord { Kind = MeasureKind.AccountControl, ImposedBy = ImposedBy.Bank });
        Stage.Do(made.RecordMeasure(null, Freeze, Li, Now));
        var (control, freeze) = (made.Measures[0].Id, made.Measures[1].Id);

        Assert.Equal("ConcernsUnnamed", Code(made.Submit(Ask(made), "Bank", Li, Now, Clock, InstitutionKind.Bank)));
        Assert.IsType<OnlyAuthorityMayLift>(made.Submit(Ask(made, control, freeze), "Bank", Li, Now, Clock, InstitutionKind.Bank).Error);
        Assert.Equal(new NotFound("Measure"), made.Submit(Ask(made, Guid.NewGuid()), "Bank", Li, Now, Clock, InstitutionKind.Bank).Error);
        Stage.Do(made.Submit(Ask(made, control), "Bank", Li, Now, Clock, InstitutionKind.Bank));

        Assert.Equal([control], made.Rounds[0].Concerns);
    }

    [Fact]
    public void Once_the_authoritys_measure_has_ended_the_institution_may_be_asked_again()
    {
        var made = Ready(new MeasureRecord { Kind = MeasureKind.AccountControl, ImposedBy = ImposedBy.Bank });
        Stage.Do(made.RecordMeasure(null, Freeze, Li, Now));
        Stage.Do(made.EndMeasure(End(made.Measures[1], MeasureEnding.Lapsed, null), Li, Now));

        Stage.Do(made.Submit(Ask(made), "Bank", Li, Now, Clock, InstitutionKind.Bank));
    }

    [Theory]
    [InlineData(MeasureKind.AmlTempFreeze, ImposedBy.Bank)]
    [InlineData(MeasureKind.EmergencyStopPayment, ImposedBy.Bank)]
    [InlineData(MeasureKind.JudicialFreeze, ImposedBy.Unknown)]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Police)]
    [InlineData(MeasureKind.AccountControl, ImposedBy.Supervision)]
    public void The_kind_decides_even_where_the_merchant_names_the_bank(MeasureKind kind, ImposedBy by) =>
        Assert.True(Made(new() { Kind = kind, ImposedBy = by }).Measure.IsOrderedByAuthority);

    private static Case Ready(MeasureRecord record)
    {
        var made = Stage.Collected();
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, record with { Institution = Stage.Bank }, Li, Now));
        return made;
    }

    private static SubmitToInstitution.Command Ask(Case made, params Guid[] concerns) =>
        new(made.Id, made.Version, made.Parties[0].Id, Medium.Letter, null, "please", null, SubmissionPurpose.Lift, concerns);

    private static EndMeasure.Command End(Measure measure, MeasureEnding ending, Guid? replacement) =>
        new(default, default, measure.Id, ending, Today, "a message", replacement);

    private static string Code(Result result) => Assert.Single(Assert.IsType<Invalid>(result.Error).Fields).Code;

    private static CaseFacts FactsOf(Case made) => new()
    {
        Status = made.Status,
        DueAt = made.DueAt,
        StageDueAt = made.StageDueAt,
        FollowUpAt = made.FollowUpAt,
        RenewalDueAt = made.RenewalDueAt,
        WaitFor = made.WaitFor,
        WithdrawalRequested = false,
        IsRated = false,
        Missing = 0,
        ToJudge = 0,
        OpenRounds = 0,
        Now = Now,
    };
}
