using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Judging;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class JudgingTests
{
    private static readonly Verdict Blurred = new(false, "zh", "Blurred.") { AsksAgain = true };

    [Fact]
    public void What_was_looked_for_and_seen_is_kept_with_the_judgement()
    {
        var made = Stage.Collecting();
        var item = HandIn(made);
        CheckMark[] seen = [new("readable", CheckResult.Yes), new("amount", CheckResult.NotApplicable)];

        Stage.Do(made.JudgeEvidence(item, new Verdict(true) { Checks = seen }, Li, Now));

        Assert.Equal(seen, Assert.Single(made.Judgements).Checks);
        Assert.Equal((true, "Li"), (made.Judgements[0].Accepted, made.Judgements[0].ByName));
    }

    [Fact]
    public void A_check_that_the_paper_does_not_have_is_refused()
    {
        var made = Stage.Collecting();
        var item = HandIn(made);

        var refused = made.JudgeEvidence(item, new Verdict(true) { Checks = [new CheckMark("both-sides", CheckResult.Yes)] }, Li, Now);

        Assert.Equal("Checks", Assert.Single(Assert.IsType<Invalid>(refused.Error).Fields).Field);
        Assert.Equal(EvidenceStatus.Submitted, made.Evidence[0].Status);
    }

    [Fact]
    public void A_paper_that_came_unasked_is_asked_for_with_the_reason_when_it_is_sent_back()
    {
        var made = Stage.Collecting();
        var item = made.SubmitEvidence(null, "LEASE_CONTRACT", Stage.File("lease.pdf"), Owner, Now).Value;

        Stage.Do(made.JudgeEvidence(item, Blurred, Li, Now));

        var asked = made.Requirements[^1];
        Assert.Equal(["LEASE_CONTRACT"], asked.Codes);
        Assert.Equal(("zh", "Blurred."), (asked.WhyZh, asked.WhyEn));
        Assert.Equal(asked.Id, made.Judgements[0].AskedId);
    }

    [Fact]
    public void A_paper_that_was_asked_for_is_owed_again_and_not_asked_for_twice()
    {
        var made = Stage.Collecting();
        var before = made.Requirements.Count;

        Stage.Do(made.JudgeEvidence(HandIn(made), Blurred, Li, Now));

        Assert.Equal(before, made.Requirements.Count);
        Assert.False(made.Requirements[0].IsSettled);
    }

    [Fact]
    public void The_reason_is_told_in_both_languages()
    {
        var made = Stage.Collecting();

        Stage.Do(made.JudgeEvidence(HandIn(made), Blurred, Li, Now));

        Assert.Equal(("zh", "Blurred."), (made.Evidence[0].Reason, made.Evidence[0].ReasonEn));
        var told = made.Events.Single(e => e.Kind == CaseEventKind.EvidenceRejected).Details;
        Assert.Equal(("zh", "Blurred."), (told["reason"], told["reasonEn"]));
    }

    [Fact]
    public void A_judgement_taken_back_leaves_the_paper_as_it_was_and_stays_on_record()
    {
        var made = Stage.Collecting();
        var item = made.SubmitEvidence(null, "LEASE_CONTRACT", Stage.File("lease.pdf"), Owner, Now).Value;
        Stage.Do(made.JudgeEvidence(item, Blurred, Li, Now));

        var dropped = made.UndoJudgement(item, Li, Now.AddMinutes(1));

        Assert.True(dropped.Succeeded);
        Assert.Equal(["LEASE_CONTRACT"], dropped.Value?.Codes);
        Assert.Single(made.Requirements);
        Assert.Equal((EvidenceStatus.Submitted, null, null), (made.Evidence[0].Status, made.Evidence[0].Reason, made.Evidence[0].JudgedAt));
        Assert.Equal(Now.AddMinutes(1), Assert.Single(made.Judgements).UndoneAt);
        Assert.Contains(made.Events, e => e.Kind == CaseEventKind.JudgementUndone);
        Assert.Equal(new NotFound("Judgement"), made.UndoJudgement(item, Li, Now).Error);
    }

    [Fact]
    public void What_was_handed_in_since_keeps_the_paper_asked_for()
    {
        var made = Stage.Collecting();
        var item = made.SubmitEvidence(null, "LEASE_CONTRACT", Stage.File("lease.pdf"), Owner, Now).Value;
        Stage.Do(made.JudgeEvidence(item, Blurred, Li, Now));
        Assert.True(made.SubmitEvidence(made.Requirements[^1].Id, "LEASE_CONTRACT", Stage.File("lease-2.pdf"), Owner, Now).Succeeded);

        Assert.Null(made.UndoJudgement(item, Li, Now).Value);
        Assert.Equal(2, made.Requirements.Count);
    }

    [Fact]
    public void Once_the_papers_were_sent_no_judgement_is_taken_back()
    {
        var made = Stage.Collecting();
        var item = HandIn(made);
        Stage.Do(made.JudgeEvidence(item, accepted: true, null, Li, Now));
        Assert.True(made.CanUndoJudgementOf(item));
        Assert.True(made.SendPapers(Li).Succeeded);

        Assert.False(made.CanUndoJudgementOf(item));
        Assert.Equal(new JudgementSettled(), made.UndoJudgement(item, Li, Now.AddMinutes(1)).Error);
        Assert.Equal(EvidenceStatus.Accepted, made.Evidence[0].Status);
    }

    [Fact]
    public void Only_the_owner_takes_a_judgement_back()
    {
        var made = Stage.Collecting();
        var item = HandIn(made);
        Stage.Do(made.JudgeEvidence(item, accepted: true, null, Li, Now));

        Assert.IsType<NotTheOwner>(made.UndoJudgement(item, Wang, Now).Error);
        Assert.IsType<NotTheOwner>(made.UndoJudgement(item, Owner, Now).Error);
    }

    private static EvidenceItemId HandIn(Case made) =>
        made.SubmitEvidence(made.Requirements[0].Id, "SALES_SLIP", Stage.File("slip.jpg"), Owner, Now).Value;
}
