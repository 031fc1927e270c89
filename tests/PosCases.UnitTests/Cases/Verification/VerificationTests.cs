using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Verification;

public sealed class VerificationTests
{
    [Fact]
    public void Only_what_is_in_force_and_takes_effect_counts_as_frozen()
    {
        var made = Stage.Talking();
        MeasureRecord freeze = new() { Kind = MeasureKind.JudicialFreeze, ImposedBy = ImposedBy.Police, Amount = 100m };
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, freeze, Li, Now));
        Stage.Do(made.RecordMeasure(null, freeze with { Amount = 30m }, Li, Now));
        Stage.Do(made.RecordMeasure(null, freeze with { Amount = 500m, IsQueued = true }, Li, Now));
        Assert.Equal(130m, made.Amount);

        Stage.Do(made.EndMeasure(new(made.Id, made.Version, made.Measures[0].Id, MeasureEnding.Lifted, Today, "notice", null), Li, Now));
        Assert.Equal(30m, made.Amount);
        Stage.Do(made.RecordMeasure(null, freeze with { Amount = 1m }, Li, Now));
        Assert.Equal(31m, made.Amount);

        Stage.Do(made.RecordRenewal(made.Measures[2].Id, new RenewalRecord { StartsOn = Today }, Li, Now));
        Assert.Equal(531m, made.Amount);
    }

    [Fact]
    public void The_record_of_a_measure_that_has_ended_stays_as_it_is()
    {
        var made = Stage.Talking();
        var ended = made.Measures[0];
        Stage.Do(made.EndMeasure(new(made.Id, made.Version, ended.Id, MeasureEnding.Lifted, Today, "notice", null), Li, Now));

        var refused = made.RecordMeasure(ended.Id, new MeasureRecord { Kind = MeasureKind.ReceiptLimit }, Li, Now);

        Assert.Equal(new MeasureEnded(), refused.Error);
        Assert.Equal(MeasureKind.SettlementDelay, ended.Kind);
    }

    [Fact]
    public void Who_takes_a_case_up_owns_it()
    {
        var made = Stage.Filed();

        var taken = made.StartVerification(Wang, Now.AddHours(1), Clock);

        Assert.True(taken.Succeeded);
        Assert.Equal((CaseStatus.Verification, Wang.Id, Now.AddHours(25)), (made.Status, made.OwnerId, made.DueAt));
    }

    [Theory]
    [InlineData(Authenticity.Genuine)]
    [InlineData(Authenticity.Fake)]
    public void Nobody_judges_a_notice_before_an_official_channel_was_reached(Authenticity verdict)
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(CheckAnswer.NotReached, Li));

        var judged = made.RecordVerdict(verdict, "a feeling", Li, Now);

        Assert.Equal(new CaseNotReady(Lack.OfficialCheck), judged.Error);
        Assert.Null(made.Verdict);
    }

    [Fact]
    public void That_it_cannot_be_told_may_be_said_before()
    {
        var made = Stage.Verification();

        Assert.True(made.RecordVerdict(Authenticity.CannotTell, "nobody answers", Li, Now).Succeeded);

        Assert.Equal(new CaseNotReady(Lack.OtherVerdict), made.ConfirmGenuine(Li, Now, Clock).Error);
        Assert.Equal(new CaseNotReady(Lack.OtherVerdict), made.ConfirmFake([Demand.Fee], "a", Li, Now, Clock).Error);
    }

    [Fact]
    public void There_is_no_way_on_without_verdict_record_and_cause()
    {
        var made = Stage.Verification();
        List<Error?> refusals = [made.ConfirmGenuine(Li, Now, Clock).Error];
        Stage.Do(made.Check(CheckAnswer.Confirms, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Genuine, "r", Li, Now));
        refusals.Add(made.ConfirmGenuine(Li, Now, Clock).Error);
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord(), Li, Now));
        refusals.Add(made.ConfirmGenuine(Li, Now, Clock).Error);
        Stage.Do(made.AddCause("DORMANT", Confidence.Low, CauseSource.Agent, null, Li, Now));
        Stage.Do(made.RemoveCause(made.Causes[0].Id, "a guess", Li, Now));
        refusals.Add(made.ConfirmGenuine(Li, Now, Clock).Error);

        Stage.Do(made.AddCause("DORMANT", Confidence.High, CauseSource.Institution, null, Li, Now));
        var confirmed = made.ConfirmGenuine(Li, Now, Clock);

        Assert.Equal([Lack.Verdict, Lack.FreezeRecord, Lack.Cause, Lack.Cause], refusals.Select(r => Assert.IsType<CaseNotReady>(r).Lack));
        Assert.True(confirmed.Succeeded);
    }

    [Fact]
    public void A_later_verdict_replaces_an_earlier_one_and_the_events_keep_both()
    {
        var made = Stage.Verified();

        Stage.Do(made.RecordVerdict(Authenticity.Fake, "they called back", Li, Now));

        Assert.Equal((Authenticity.Fake, "they called back"), (made.Verdict, made.VerdictReasons));
        Assert.Equal(["Genuine", "Fake"], made.Events.Where(e => e.Kind == CaseEventKind.VerdictRecorded).Select(e => e.Details["verdict"]));
        Assert.Equal(new CaseNotReady(Lack.OtherVerdict), made.ConfirmGenuine(Li, Now, Clock).Error);
    }

    [Theory]
    [InlineData(CheckAnswer.Confirms, false)]
    [InlineData(CheckAnswer.Denies, true)]
    [InlineData(CheckAnswer.Technical, false)]
    [InlineData(CheckAnswer.NoInformation, false)]
    public void A_notice_is_fake_only_when_an_official_channel_denies_it(CheckAnswer answer, bool enough)
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(answer, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "they ask for a fee", Li, Now));

        var confirmed = made.ConfirmFake([Demand.Fee, Demand.SmsCode], "do not pay", Li, Now, Clock);

        Assert.Equal(enough ? null : new CaseNotReady(Lack.OfficialCheck), confirmed.Error);
        Assert.Equal(enough ? CaseStatus.Resolution : CaseStatus.Verification, made.Status);
    }

    [Fact]
    public void A_fake_notice_is_proposed_with_its_red_flags_and_advice()
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(CheckAnswer.Denies, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "r", Li, Now));

        Stage.Do(made.ConfirmFake([Demand.Fee, Demand.SmsCode], "do not pay", Li, Now, Clock));

        var proposal = Assert.Single(made.Proposals);
        Assert.Equal((Outcome.FakeNotice, "Fee, SmsCode", "do not pay", Li.Id), (proposal.Outcome, proposal.Statement, proposal.Advice, proposal.ProposedById));
    }

    [Fact]
    public void Money_that_is_frozen_by_the_ledger_contradicts_a_scam_and_a_broken_device()
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(CheckAnswer.Denies, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "r", Li, Now));
        Stage.Do(made.Enter(LedgerKind.Frozen, 10m));

        Assert.Equal(new CaseNotReady(Lack.Balance), made.ConfirmFake([Demand.Fee], "a", Li, Now, Clock).Error);
        Stage.Do(made.RecordVerdict(Authenticity.Genuine, "the terminal's own message", Li, Now));
        Assert.Equal(new CaseNotReady(Lack.Balance), made.ConfirmNotAFreeze("printer", "a", Li, Now, Clock).Error);
    }

    [Fact]
    public void Nothing_leaves_verification_without_a_verdict_and_a_scam_is_not_called_a_broken_device()
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(CheckAnswer.Denies, Li));

        var unjudged = made.ConfirmNotAFreeze("printer", "a", Li, Now, Clock);
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "asked for a fee", Li, Now));
        var scam = made.ConfirmNotAFreeze("printer", "a", Li, Now, Clock);

        Assert.Equal(new CaseNotReady(Lack.Verdict), unjudged.Error);
        Assert.Equal(new CaseNotReady(Lack.OtherVerdict), scam.Error);
    }

    [Theory]
    [InlineData(CheckAnswer.Confirms, false)]
    [InlineData(CheckAnswer.Denies, true)]
    [InlineData(CheckAnswer.Technical, true)]
    [InlineData(CheckAnswer.NoInformation, false)]
    [InlineData(CheckAnswer.NotReached, false)]
    public void Nothing_is_frozen_only_when_an_official_channel_says_so(CheckAnswer answer, bool enough)
    {
        var made = Stage.Verification();
        Stage.Do(made.Check(answer, Li));
        Stage.Do(made.RecordVerdict(Authenticity.CannotTell, "r", Li, Now));

        var confirmed = made.ConfirmNotAFreeze("the printer", "restart it", Li, Now, Clock);

        Assert.Equal(enough ? null : new CaseNotReady(Lack.OfficialCheck), confirmed.Error);
    }

    [Fact]
    public void A_confirmed_measure_names_the_amount_and_brings_its_institution_onto_the_case()
    {
        var made = Stage.Verification(form: Stage.Form with { Amount = 500m });

        Stage.Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord { Amount = 300m, Institution = Stage.Bank }, Li, Now));
        Stage.Do(made.RecordMeasure(null, new MeasureRecord { Amount = 50m, Institution = Stage.Bank }, Li, Now));

        Assert.Equal((350m, 2), (made.Amount, made.Measures.Count));
        Assert.Equal(Stage.Bank, Assert.Single(made.Parties).InstitutionId);
        Assert.Equal(new NotFound("Measure"), made.RecordMeasure(Guid.NewGuid(), new MeasureRecord(), Li, Now).Error);
    }

    [Fact]
    public void A_cause_stands_once_and_can_be_taken_back_once()
    {
        var made = Stage.Verified();
        var cause = made.Causes[0].Id;

        Assert.Equal("CauseKnown", Assert.IsType<Invalid>(made.AddCause("ABNORMAL_TXN", Confidence.Low, CauseSource.Agent, null, Li, Now).Error).Fields[0].Code);
        Assert.True(made.RemoveCause(cause, "wrong", Li, Now).Succeeded);
        Assert.Equal(new NotFound("Cause"), made.RemoveCause(cause, "wrong", Li, Now).Error);
        Assert.True(made.AddCause("ABNORMAL_TXN", Confidence.Low, CauseSource.Agent, null, Li, Now).Succeeded);
        Assert.Equal(2, made.Causes.Count);
    }

    [Fact]
    public void Only_the_owner_works_the_case()
    {
        var made = Stage.Verified();

        Assert.All([Wang, Zhao, Owner, Admin], by => Assert.Equal(new NotTheOwner(), made.Check(CheckAnswer.Denies, by).Error));
        Assert.Equal(new WrongStage(CaseStatus.BankCommunication), Stage.Talking().RecordVerdict(Authenticity.Fake, "r", Li, Now).Error);
    }
}
