using PosCases.AfterCare;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Platform;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.AfterCare;

public sealed class CareTaskTests
{
    private static readonly CarePlan Plan = Begun();

    [Fact]
    public void A_merchant_shows_it_the_desk_returns_it_with_a_reason_and_accepts_what_comes_then()
    {
        var task = Handed("P13");

        Assert.Null(task.Offer("we wrote a page", null, Owner, Now).Error);
        Assert.Equal((CareTaskState.Offered, (DateOnly?)null), (task.State, task.NextReminderOn));
        Assert.Null(task.Return("who calls the bank?", Li, Now).Error);
        Assert.Equal((CareTaskState.Open, "who calls the bank?"), (task.State, task.Reason));
        Assert.True(task.DueOn >= Today.AddDays(CareDays.LeastDays) && task.NextReminderOn is not null);
        Assert.Null(task.Offer("Chen calls", new MerchantPaperId(Guid.NewGuid()), Owner, Now).Error);
        Assert.Null(task.Accept(Li, Now).Error);

        Assert.Equal((CareTaskState.Accepted, "Li", (string?)null), (task.State, task.JudgedByName, task.Reason));
        Assert.Null(task.Again(Plan, Today, Now));
    }

    [Fact]
    public void Out_of_turn_nothing_is_accepted_returned_shown_or_dropped()
    {
        var task = Handed("P13");

        Assert.Equal(CareRefusal.NotOffered, Why(task.Accept(Li, Now)));
        Assert.Equal(CareRefusal.NotOffered, Why(task.Return("r", Li, Now)));
        Assert.Equal(CareRefusal.NothingToLookAt, Why(task.Look(Li)));
        Assert.Null(task.Drop("not needed", Li, Now).Error);
        Assert.Equal(CareRefusal.NotOpen, Why(task.Drop("again", Li, Now)));
        Assert.Equal(CareRefusal.NotOpen, Why(task.Offer("done", null, Owner, Now)));
        Assert.Null(task.NextReminderOn);
    }

    [Fact]
    public void What_recurs_comes_again_when_it_is_done_and_from_then_on_the_merchants_word_is_enough()
    {
        var first = Handed("P02");
        first.Offer("changed", null, Owner, Now);
        Assert.Null(first.Again(Plan, Today, Now));
        first.Accept(Li, Now);

        var second = first.Again(Plan, Today, Now)!;
        second.Offer("changed again", null, Owner, Now);

        Assert.Equal((2, Today.AddMonths(3), CareSource.Recurring), (second.Occurrence, second.DueOn, second.Source));
        Assert.Equal((CareTaskState.Accepted, (string?)null), (second.State, second.JudgedByName));
        Assert.Equal(3, second.Again(Plan, Today, Now)!.Occurrence);
    }

    [Fact]
    public void The_self_inspection_is_done_by_the_questionnaire_alone()
    {
        var task = CareTask.Inspect(Plan, Today.AddDays(14), 1, Today, Now);

        Assert.Equal(CareRefusal.ByInspection, Why(task.Offer("done", null, Owner, Now)));
        Assert.Equal(CareRefusal.NotOpen, Why(task.Drop("r", Li, Now)));
    }

    [Fact]
    public void Only_a_weighty_no_asks_the_desk_for_a_look()
    {
        var inspection = Inspection.Start(Plan, Owner, Now);
        CareTask Found(string code, InspectionAnswer answer) => CareTask.Find(Plan, inspection, inspection.Questionnaire.Find(code)!, answer, Today, Now);

        Assert.True(Found("Q01", InspectionAnswer.No).WantsLook);
        Assert.False(Found("Q01", InspectionAnswer.Partly).WantsLook);
        Assert.False(Found("Q15", InspectionAnswer.No).WantsLook);
        var looked = Found("Q01", InspectionAnswer.No);
        Assert.Null(looked.Look(Li).Error);
        Assert.Equal((false, "Li", CareTaskState.Open), (looked.WantsLook, looked.LookedByName, looked.State));
    }

    [Fact]
    public void A_self_inspection_is_kept_as_it_goes_and_finished_only_with_every_answer()
    {
        var inspection = Inspection.Start(Plan, Owner, Now);
        inspection.Save(new Dictionary<string, InspectionAnswer> { ["Q01"] = InspectionAnswer.No, ["Q99"] = InspectionAnswer.Yes }, Now);

        Assert.Equal(24, ((InspectionUnanswered)inspection.Finish(Owner, Now).Error!).Count);
        inspection.Save(inspection.Unanswered.ToDictionary(q => q.Code, _ => InspectionAnswer.Yes), Now);
        Assert.Null(inspection.Finish(Owner, Now).Error);

        Assert.Equal(["Q01"], inspection.Findings.Select(q => q.Code));
        Assert.Equal(InspectionScore.Of(inspection.Questionnaire, inspection.Answers).Value, inspection.Score);
        Assert.Equal(CareRefusal.InspectionDone, Why(inspection.Save(inspection.Answers, Now)));
    }

    [Fact]
    public void Two_look_backs_follow_a_closing_and_none_while_the_case_is_open_again()
    {
        var plan = Begun();
        var first = LookBack.Open(plan, Li.Id, Today, Now);
        plan.Opened(WorkCalendar.WeekendsOnly);

        Assert.Equal((30, 90), (first.Days, plan.NextLookBackDays));
        Assert.False(plan.Begin(ShanghaiTime.DateOf(Now), Li.Id, WorkCalendar.WeekendsOnly, Now));
        plan.Opened(WorkCalendar.WeekendsOnly);
        Assert.Null(plan.NextLookBackOn);
        plan.Pause();
        Assert.True(plan.Begin(Today.AddDays(5), Li.Id, WorkCalendar.WeekendsOnly, Now));
        Assert.Equal(30, plan.NextLookBackDays);
    }

    [Fact]
    public void A_look_back_is_recorded_once_and_answered_until_then()
    {
        var found = LookBack.Open(Plan, Li.Id, Today, Now);

        Assert.Null(found.Say(LookBackAnswer.Well, null, Now).Error);
        Assert.Null(found.Say(LookBackAnswer.Restricted, "since Monday", Now).Error);
        Assert.Null(found.Record(new LookBackResult(LookBackAnswer.Restricted, true, CareProgress.Some, null), Wang, Now).Error);
        Assert.Equal(CareRefusal.LookBackDone, Why(found.Say(LookBackAnswer.Well, null, Now)));
        Assert.Equal(CareRefusal.LookBackDone, Why(found.Record(found.Result!, Wang, Now)));
    }

    private static CareRefusal Why(Result result) => ((CareRefused)result.Error!).Why;

    private static CareTask Handed(string code)
    {
        var task = CareTask.Plan(Plan, new CareLine(code, Today.AddDays(10)), Now);
        task.Hand(Today);
        return task;
    }

    private static CarePlan Begun()
    {
        var plan = CarePlan.Of(CaseId.New(), Shop, Li.Id);
        plan.Begin(Today, Li.Id, WorkCalendar.WeekendsOnly, Now);
        return plan;
    }
}
