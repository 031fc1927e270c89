using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class EvidenceTests
{
    private static readonly EvidenceAsk Optional = new(["CCTV_CLIP"], RequirementLevel.Optional, "w", "w");
    private static readonly EvidenceAsk EitherPaper = new(["RECEIPT", "INVOICE"], RequirementLevel.OneOf, "w", "w");

    [Fact]
    public void Papers_go_to_the_institution_only_when_every_needed_one_is_accepted()
    {
        var made = Stage.Collecting(null, Stage.SalesSlip, EitherPaper, Optional);
        List<Error?> refusals = [made.SendPapers(Li).Error];
        var slip = HandIn(made, 0, "SALES_SLIP");
        refusals.Add(made.SendPapers(Li).Error);
        Stage.Do(made.JudgeEvidence(slip, accepted: false, "blurred", Li, Now));
        refusals.Add(made.SendPapers(Li).Error);
        Stage.Do(made.JudgeEvidence(HandIn(made, 0, "SALES_SLIP"), accepted: true, null, Li, Now));
        refusals.Add(made.SendPapers(Li).Error);
        Stage.Do(made.JudgeEvidence(HandIn(made, 1, "INVOICE"), accepted: true, null, Li, Now));

        var sent = made.SendPapers(Li);

        Assert.Equal([2, 2, 2, 1], refusals.Select(r => Assert.IsType<CaseNotReady>(r).Count));
        Assert.All(refusals, r => Assert.Equal(Lack.Evidence, Assert.IsType<CaseNotReady>(r).Lack));
        Assert.True(sent.Succeeded);
        Assert.Equal(["SALES_SLIP", "INVOICE"], made.Rounds[0].Papers.Select(p => p.Code));
    }

    [Fact]
    public void A_waived_paper_is_not_needed_and_the_reason_is_told()
    {
        var made = Stage.Collecting();

        Stage.Do(made.WaiveEvidence(made.Requirements[0].Id, "the slip burnt", Zhao, Now));

        Assert.True(made.SendPapers(Li).Succeeded);
        Assert.Equal("the slip burnt", made.Events.Single(e => e.Kind == CaseEventKind.EvidenceWaived).Details["reason"]);
    }

    [Fact]
    public void A_kind_still_open_is_not_asked_for_twice_but_again_once_it_was_settled()
    {
        var made = Stage.Collecting();
        Stage.Do(made.AskForEvidence([Stage.SalesSlip], Li, Now));
        var asked = made.Requirements.Count;
        Stage.Do(made.JudgeEvidence(HandIn(made, 0, "SALES_SLIP"), accepted: true, null, Li, Now));

        Stage.Do(made.AskForEvidence([Stage.SalesSlip], Li, Now));

        Assert.Equal((1, 2), (asked, made.Requirements.Count));
        Assert.Equal(new CaseNotReady(Lack.Evidence, 1), made.SendPapers(Li).Error);
    }

    [Fact]
    public void The_reason_of_a_rejection_is_told_and_an_acceptance_needs_none()
    {
        var made = Stage.Collecting();
        var item = HandIn(made, 0, "SALES_SLIP");

        Stage.Do(made.JudgeEvidence(item, accepted: false, "blurred", Li, Now));
        var rejected = made.Evidence[0].Reason;
        Stage.Do(made.JudgeEvidence(item, accepted: true, "ignored", Li, Now));

        Assert.Equal(("blurred", null), (rejected, made.Evidence[0].Reason));
        Assert.Equal("blurred", made.Events.Single(e => e.Kind == CaseEventKind.EvidenceRejected).Details["reason"]);
    }

    [Fact]
    public void A_paper_is_taken_back_by_its_side_only_and_only_before_it_was_judged()
    {
        var made = Stage.Collecting();
        var mine = HandIn(made, 0, "SALES_SLIP");
        var desks = made.SubmitEvidence(null, "CALL_RECORD", Stage.File("call.mp3"), Li, Now).Value;
        var judged = HandIn(made, 0, "SALES_SLIP");
        Stage.Do(made.JudgeEvidence(judged, accepted: true, null, Li, Now));

        Assert.Equal(new NotFound("Evidence"), made.TakeEvidenceBack(desks, Owner, Now).Error);
        Assert.Equal(new NotFound("Evidence"), made.TakeEvidenceBack(mine, Li, Now).Error);
        Assert.Equal(new EvidenceJudged(), made.TakeEvidenceBack(judged, Owner, Now).Error);
        Assert.True(made.TakeEvidenceBack(mine, Clerk, Now).Succeeded);
        Assert.True(made.TakeEvidenceBack(desks, Li, Now).Succeeded);
        Assert.Equal(new NotFound("Evidence"), made.JudgeEvidence(mine, accepted: true, null, Li, Now).Error);
    }

    [Fact]
    public void A_paper_is_handed_in_for_something_that_was_asked_or_unasked()
    {
        var made = Stage.Collecting();

        Assert.Equal(new NotFound("Requirement"), made.SubmitEvidence(Guid.NewGuid(), "OTHER", Stage.File("f"), Owner, Now).Error);
        Assert.True(made.SubmitEvidence(null, "OTHER", Stage.File("f"), Owner, Now).Succeeded);
        Assert.Equal(new CaseLocked(), Stage.Closed().SubmitEvidence(null, "OTHER", Stage.File("f"), Owner, Now).Error);
    }

    [Fact]
    public void What_was_sent_is_kept_as_it_was_sent_whatever_is_judged_later()
    {
        var made = Stage.Talking();
        var sent = made.Rounds[0].Papers[0];

        Stage.Do(made.JudgeEvidence(sent.ItemId, accepted: false, "the wrong day", Li, Now));

        Assert.Equal((1, "SALES_SLIP", "slip.jpg", new string('a', 64)), (sent.Number, sent.Code, sent.FileName, sent.Sha256));
        Assert.Single(made.Rounds[0].Papers);
    }

    private static EvidenceItemId HandIn(Case made, int requirement, string code) =>
        made.SubmitEvidence(made.Requirements[requirement].Id, code, Stage.File("paper.jpg"), Owner, Now).Value;
}
