using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Resolution;

public sealed class ResolutionTests
{
    [Fact]
    public void An_outcome_needs_its_proof() =>
        Assert.All([null, "", " "], proof =>
            Assert.Equal(new CaseNotReady(Lack.Proof), Stage.Talking().Propose(Outcome.FullyUnfrozen, Li, proof).Error));

    [Theory]
    [InlineData(100, 40, Outcome.FullyUnfrozen, false)]
    [InlineData(100, 40, Outcome.PartlyUnfrozen, true)]
    [InlineData(100, 40, Outcome.Refused, false)]
    [InlineData(100, 100, Outcome.FullyUnfrozen, true)]
    [InlineData(100, 100, Outcome.PartlyUnfrozen, false)]
    [InlineData(100, 100, Outcome.ExpiredByLaw, true)]
    [InlineData(100, 0, Outcome.Refused, true)]
    [InlineData(100, 0, Outcome.FullyUnfrozen, false)]
    [InlineData(100, 0, Outcome.Deducted, false)]
    public void The_ledger_decides_whether_it_is_all_or_a_part(int frozen, int released, Outcome outcome, bool agrees)
    {
        var made = Stage.Talking();
        Stage.Do(made.Enter(LedgerKind.Frozen, frozen));
        if (released > 0)
        {
            Stage.Do(made.Enter(LedgerKind.Released, released));
        }

        var proposed = made.Propose(outcome, Li);

        Assert.Equal(agrees ? null : new CaseNotReady(Lack.Balance), proposed.Error);
        Assert.Equal(agrees, made.Status == CaseStatus.Resolution);
    }

    [Fact]
    public void A_proposal_keeps_the_figures_of_its_moment_and_takes_the_case_out_of_its_owners_hands()
    {
        var made = Stage.Talking();
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        Stage.Do(made.Enter(LedgerKind.Released, 60m));

        Stage.Do(made.Propose(Outcome.PartlyUnfrozen, Li));

        var proposal = Assert.Single(made.Proposals);
        Assert.Equal((1, 60m, 40m, ProposalState.Pending), (proposal.Number, proposal.Released, proposal.Remaining, proposal.State));
        Assert.Equal(new WrongStage(CaseStatus.Resolution), made.Enter(LedgerKind.Released, 40m).Error);
    }

    [Fact]
    public void An_approved_outcome_closes_the_case_and_a_full_release_lifts_the_measures()
    {
        var full = Stage.Proposed(Outcome.FullyUnfrozen);
        var refused = Stage.Proposed(Outcome.Refused);

        Stage.Do(full.Approve("well done", Zhao, Now, Clock));
        Stage.Do(refused.Approve(null, Zhao, Now, Clock));

        Assert.Equal((CaseStatus.Closed, Outcome.FullyUnfrozen, Now), (full.Status, full.Outcome, full.ClosedAt));
        Assert.Equal((ProposalState.Approved, Zhao.Id, "well done"), (full.Proposals[0].State, full.Proposals[0].ReviewedById, full.Proposals[0].ReviewNote));
        Assert.Equal((Now, null), (full.Measures[0].LiftedAt, refused.Measures[0].LiftedAt));
    }

    [Fact]
    public void Nobody_approves_the_own_proposal()
    {
        var made = Stage.Proposed(owner: Sun);

        Assert.Equal(new CaseMoveRefused(CaseStatus.Resolution, CaseAction.Approve), made.Approve(null, Sun, Now, Clock).Error);
        Assert.Equal(new CaseMoveRefused(CaseStatus.Resolution, CaseAction.Return), made.Return("r", Sun, Now, Clock).Error);
        Assert.True(made.Approve(null, Zhao, Now, Clock).Succeeded);
    }

    [Fact]
    public void Who_gets_a_proposed_case_assigned_may_still_review_what_another_proposed()
    {
        var made = Stage.Proposed(owner: Sun);
        Stage.Do(made.AssignTo(Zhao.Id, Zhao.Name, Zhao, Now));

        Assert.Equal(new CaseMoveRefused(CaseStatus.Resolution, CaseAction.Approve), made.Approve(null, Sun, Now, Clock).Error);
        Assert.True(made.Approve(null, Zhao, Now, Clock).Succeeded);
    }

    [Fact]
    public void A_returned_proposal_stays_on_record_and_the_next_one_is_judged_anew()
    {
        var made = Stage.Proposed(Outcome.FullyUnfrozen);
        Stage.Do(made.Return("where is the letter?", Zhao, Now, Clock));
        Stage.Do(made.Propose(Outcome.Refused, Li));

        Stage.Do(made.Approve(null, Zhao, Now, Clock));

        Assert.Equal(
            [(1, Outcome.FullyUnfrozen, ProposalState.Returned, "where is the letter?"), (2, Outcome.Refused, ProposalState.Approved, null)],
            made.Proposals.Select(p => (p.Number, p.Outcome, p.State, p.ReviewNote)));
        Assert.Equal(Outcome.Refused, made.Outcome);
    }

    [Fact]
    public void A_proposal_that_a_withdrawal_made_moot_is_not_the_one_reviewed_after_a_reopening()
    {
        var made = Stage.Proposed(Outcome.Refused);
        Stage.Do(made.RequestWithdrawal("solved", Owner, Now, Clock));
        Stage.Do(made.ConfirmWithdrawal(Li, Now, Clock));
        Stage.Do(made.Reopen("not solved", Zhao, Now, Clock));
        Stage.Do(made.Check(CheckAnswer.Denies, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "r", Li, Now));
        Stage.Do(made.ConfirmFake([Demand.Fee], "a", Li, Now, Clock));

        Stage.Do(made.Approve(null, Zhao, Now, Clock));

        Assert.Equal(Outcome.FakeNotice, made.Outcome);
        Assert.Equal([ProposalState.Returned, ProposalState.Approved], made.Proposals.Select(p => p.State));
    }

    [Fact]
    public void Mandatory_steps_of_the_desk_are_done_or_explained_before_closing()
    {
        var made = Stage.Talking();
        made.Replan([Step("a", StepRole.Agent, mandatory: true), Step("b", StepRole.Merchant, mandatory: true), Step("c", StepRole.Agent, mandatory: false)], Now);
        Stage.Do(made.Propose(Outcome.Refused, Li));

        var refused = made.Approve(null, Zhao, Now, Clock);
        var unexplained = made.EndStep(made.Steps[0].Id, done: false, " ", Li, Now);
        Stage.Do(made.EndStep(made.Steps[0].Id, done: false, "the bank closed", Li, Now));

        Assert.Equal(new CaseNotReady(Lack.Steps, 1), refused.Error);
        Assert.IsType<Invalid>(unexplained.Error);
        Assert.True(made.Approve(null, Zhao, Now, Clock).Succeeded);
    }

    [Fact]
    public void A_scam_is_closed_whatever_the_plan_of_a_freeze_says()
    {
        var made = Stage.Verification();
        made.Replan([Step("a", StepRole.Agent, mandatory: true)], Now);
        Stage.Do(made.Check(CheckAnswer.Technical, Li));
        Stage.Do(made.RecordVerdict(Authenticity.Genuine, "maintenance notice", Li, Now));
        Stage.Do(made.ConfirmNotAFreeze("the printer", "restart", Li, Now, Clock));

        Assert.True(made.Approve(null, Zhao, Now, Clock).Succeeded);
    }

    [Fact]
    public void More_than_remains_cannot_be_released()
    {
        var made = Stage.Talking();
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        Stage.Do(made.Enter(LedgerKind.Deducted, 30m));

        Assert.Equal(new LedgerOverdrawn(70m), made.Enter(LedgerKind.Released, 70.01m).Error);
        Assert.True(made.Enter(LedgerKind.Released, 70m).Succeeded);
        Assert.Equal((100m, 0m), (made.Amount, made.Balance.Remaining));
    }

    [Fact]
    public void A_wrong_entry_is_corrected_by_a_counter_entry_once()
    {
        var made = Stage.Talking();
        Stage.Do(made.Enter(LedgerKind.Frozen, 100m));
        Stage.Do(made.Enter(LedgerKind.Released, 60m));
        var (frozen, released) = (made.Ledger[0].Id, made.Ledger[1].Id);

        var overdrawn = made.CorrectLedger(frozen, "typed twice", Li, Now);
        Stage.Do(made.CorrectLedger(released, "it was not released", Li, Now));
        var twice = made.CorrectLedger(released, "again", Li, Now);
        var counter = made.CorrectLedger(made.Ledger[2].Id, "the counter", Li, Now);

        Assert.Equal(new LedgerOverdrawn(40m), overdrawn.Error);
        Assert.Equal((new NotFound("LedgerEntry"), new NotFound("LedgerEntry")), (twice.Error, counter.Error));
        Assert.Equal([(100m, null), (60m, null), (-60m, released)], made.Ledger.Select(e => (e.Amount, e.Corrects)));
        Assert.Equal(100m, made.Balance.Remaining);
    }

    [Fact]
    public void A_reopened_case_starts_again_with_its_history_and_without_its_outcome()
    {
        var made = Stage.Closed(Outcome.FullyUnfrozen);

        Stage.Do(made.Reopen("frozen again", Zhao, Now.AddDays(1), Clock));

        Assert.Equal((CaseStatus.Verification, null, null, Li.Id), (made.Status, made.Outcome, made.ClosedAt, made.OwnerId));
        Assert.Equal(Now.AddDays(2), made.DueAt);
        Assert.Single(made.Proposals);
    }

    [Fact]
    public void The_legal_route_follows_a_refusal_and_no_other_closing()
    {
        Assert.Equal(new CaseNotReady(Lack.Refusal), Stage.Closed(Outcome.FullyUnfrozen).TakeLegalRoute("court", "r", Zhao, Now, Clock).Error);
        var made = Stage.Closed(Outcome.Refused);

        Stage.Do(made.TakeLegalRoute("complaint", "exhausted", Zhao, Now, Clock));

        Assert.Equal((CaseStatus.LegalRoute, null, Li.Id), (made.Status, made.Outcome, made.OwnerId));
    }

    [Fact]
    public void The_merchant_rates_a_closed_case_and_may_change_his_mind()
    {
        var made = Stage.Closed();

        Stage.Do(made.Rate(2, "slow", Owner, Now));
        Stage.Do(made.Rate(5, null, Owner, Now));

        Assert.Equal((5, null), (made.Rating, made.RatingComment));
        Assert.Equal(new WrongStage(CaseStatus.Filed), Stage.Filed().Rate(5, null, Owner, Now).Error);
    }

    private static PlannedStep Step(string code, StepRole role, bool mandatory) =>
        new("p", 1, code, CaseStatus.BankCommunication, mandatory, role, "t", "t", "g", "g", ["S01"]);
}
