using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Routes;
using PosCases.Platform;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Routes;

public sealed class RouteTests
{
    private static readonly FilingRecord Complaint = new()
    {
        Route = "RT7",
        Step = "report",
        Body = "Branch",
        FiledOn = Today,
        AnswerDueOn = Today.AddDays(15),
    };

    [Fact]
    public void An_answer_that_is_due_becomes_the_next_follow_up_and_stops_being_one_when_it_came()
    {
        var made = Stage.Legal();

        var filing = made.FileRoute(Complaint with { AnswerDueOn = Today.AddDays(3) }, Li, Now, Clock).Value;

        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(3)), made.FollowUpAt);
        Assert.Equal(made.FollowUpAt, made.DueAt);
        Stage.Do(made.RecordRouteAnswer(filing, Today, RouteResult.Refused, "no", Li, Now, Clock));
        Assert.Null(made.FollowUpAt);
        Assert.Equal(made.StageDueAt, made.DueAt);
    }

    [Fact]
    public void Our_clock_stands_still_while_a_body_has_time_to_answer_and_goes_on_with_what_it_had_left()
    {
        var made = Stage.Legal();
        var left = Clock.Working.Between(Now, made.StageDueAt);

        var filing = made.FileRoute(Complaint, Li, Now, Clock).Value;

        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(15)), made.DueAt);
        Assert.Equal((DeadlineState.Paused, left), made.ClocksAt(Now, Clock).Where(c => c.Kind == ClockKind.Stage).Select(c => (c.State, c.Left!.Value)).Single());
        Stage.Do(made.Wait(Ball.Institution, "holiday", Today.AddDays(3), Li, Now, Clock));
        Stage.Do(made.Wake(PosCases.Platform.Security.Actor.System, Now.AddDays(3), Clock));
        Assert.Equal(left, made.ClockLeft);
        Stage.Do(made.RecordRouteAnswer(filing, Today.AddDays(10), RouteResult.Refused, "no", Li, Now.AddDays(10), Clock));
        Assert.Equal(Clock.Working.Add(Now.AddDays(10), left), made.StageDueAt);
        Assert.Null(made.ClockLeft);
    }

    [Fact]
    public void Of_several_open_filings_the_earliest_answer_counts_and_other_follow_ups_stay()
    {
        var made = Stage.Talking();
        Stage.Do(made.FileRoute(Complaint, Li, Now, Clock));
        var second = made.FileRoute(Complaint with { AnswerDueOn = Today.AddDays(2) }, Li, Now, Clock).Value;

        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(2)), made.FollowUpAt);
        Stage.Do(made.WithdrawRoute(second, "settled", Li, Now, Clock));
        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(15)), made.FollowUpAt);
        Stage.Do(made.RecordAnswer(made.Parties[0].Id, PosCases.Cases.Communication.InstitutionAnswer.Refused, "no", "Bank", Li, Now));
        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(15)), made.FollowUpAt);
    }

    [Fact]
    public void The_day_of_receipt_starts_the_clock_anew()
    {
        var made = Stage.Legal();
        var id = made.FileRoute(Complaint with { SentOn = Today }, Li, Now, Clock).Value;
        Assert.Equal((ClockBasis.Sent, Today), (made.Filings[0].ClockFrom, made.Filings[0].ClockStart));

        Stage.Do(made.RecordRouteReceipt(id, Today.AddDays(2), "N-1", null, Today.AddDays(17), Li, Now, Clock));

        Assert.Equal((ClockBasis.Received, Today.AddDays(2), "N-1"), (made.Filings[0].ClockFrom, made.Filings[0].ClockStart, made.Filings[0].Number));
        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(17)), made.FollowUpAt);
    }

    [Fact]
    public void A_filing_is_answered_or_taken_back_once()
    {
        var made = Stage.Legal();
        var id = made.FileRoute(Complaint, Li, Now, Clock).Value;
        Stage.Do(made.RecordRouteAnswer(id, Today, RouteResult.Granted, null, Li, Now, Clock));

        Assert.Equal(FilingState.Answered, made.Filings[0].State);
        Assert.Equal(new NotFound("Filing"), made.RecordRouteAnswer(id, Today, RouteResult.Refused, "no", Li, Now, Clock).Error);
        Assert.Equal(new NotFound("Filing"), made.WithdrawRoute(id, "r", Li, Now, Clock).Error);
        Assert.Equal(new NotFound("Filing"), made.RecordRouteReceipt(id, Today, null, null, null, Li, Now, Clock).Error);
    }

    [Fact]
    public void Only_the_owner_files_and_only_while_the_case_is_open()
    {
        Assert.Equal(new NotTheOwner(), Stage.Legal().FileRoute(Complaint, Wang, Now, Clock).Error);
        Assert.Equal(new NotTheOwner(), Stage.Legal().FileRoute(Complaint, Owner, Now, Clock).Error);
        Assert.Equal(new CaseLocked(), Stage.Closed().FileRoute(Complaint, Li, Now, Clock).Error);
        Assert.Equal(new WrongStage(CaseStatus.Resolution), Stage.Proposed().FileRoute(Complaint, Li, Now, Clock).Error);
    }

    [Fact]
    public void The_receipt_is_a_paper_of_the_same_case() =>
        Assert.Equal(new NotFound("Evidence"), Stage.Legal().FileRoute(Complaint with { ReceiptItem = EvidenceItemId.New() }, Li, Now, Clock).Error);

    [Fact]
    public void Every_step_of_a_filing_stands_in_the_record_of_the_case()
    {
        var made = Stage.Legal();
        var id = made.FileRoute(Complaint, Li, Now, Clock).Value;
        Stage.Do(made.RecordRouteReceipt(id, Today, null, null, Today.AddDays(15), Li, Now, Clock));
        Stage.Do(made.RecordRouteAnswer(id, Today, RouteResult.Refused, "no", Li, Now, Clock));

        Assert.Equal(
            [CaseEventKind.RouteFiled, CaseEventKind.RouteReceived, CaseEventKind.RouteAnswered],
            made.Events.TakeLast(3).Select(e => e.Kind));
        Assert.All(made.Events.TakeLast(3), e => Assert.Equal("RT7", e.Details["route"]));
        Assert.DoesNotContain(made.Events.TakeLast(3), e => e.DeskOnly);
    }
}
