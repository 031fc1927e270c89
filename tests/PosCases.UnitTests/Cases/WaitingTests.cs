using PosCases.Cases;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases;

public sealed class WaitingTests
{
    [Fact]
    public void Our_clock_stands_still_while_a_case_waits_and_runs_on_with_what_it_had_left()
    {
        var made = Stage.Verification();
        // Nine working hours from Tuesday noon; two have passed at 14:00.
        Stage.Do(made.Wait(Ball.Institution, "their answer", Today.AddDays(5), Li, Now.AddHours(2), Clock));
        var asleep = made.DueAt;

        Stage.Do(made.Wake(Actor.System, Now.AddDays(5), Clock));

        Assert.Equal(ShanghaiTime.StartOf(Today.AddDays(5)), asleep);
        Assert.Equal(ShanghaiTime.At(Today.AddDays(6), new(16, 0)), made.DueAt); // seven more on the Monday after
        Assert.Equal((null, null, null, null), (made.WaitFor, made.WaitReason, made.WaitUntil, made.ClockLeft));
    }

    [Fact]
    public void A_case_that_was_late_when_it_began_to_wait_is_late_when_it_wakes()
    {
        var made = Stage.Verification();
        Stage.Do(made.Wait(Ball.Merchant, "papers", Today.AddDays(5), Li, Now.AddHours(26), Clock));

        Stage.Do(made.Wake(Li, Now.AddDays(3), Clock));

        Assert.Equal(Now.AddDays(3).AddHours(-2), made.DueAt);
    }

    [Fact]
    public void The_merchants_total_never_pauses()
    {
        var made = Stage.Verification();
        Stage.Do(made.Wait(Ball.Institution, "r", Today.AddDays(5), Li, Now, Clock));
        Stage.Do(made.Wake(Li, Now.AddDays(5), Clock));
        Stage.Do(made.RequestWithdrawal("solved", Owner, Now.AddDays(6), Clock));

        Stage.Do(made.ConfirmWithdrawal(Li, Now.AddDays(6), Clock));

        Assert.Equal(TimeSpan.FromDays(6), made.ClosedAt - made.FiledAt);
    }

    [Fact]
    public void A_follow_up_that_came_due_meanwhile_is_due_when_the_case_wakes()
    {
        var made = Stage.Collected();
        Stage.Do(made.SendPapers(Li, Today.AddDays(1)));
        Stage.Do(made.Wait(Ball.Institution, "r", Today.AddDays(3), Li, Now, Clock));

        Stage.Do(made.Wake(Actor.System, Now.AddDays(3), Clock));

        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(1)), made.DueAt);
    }

    [Fact]
    public void Before_anybody_took_it_up_a_case_is_withdrawn_at_once()
    {
        var made = Stage.Filed();

        Stage.Do(made.RequestWithdrawal("solved", Clerk, Now, Clock));

        Assert.Equal((CaseStatus.Closed, Outcome.Withdrawn, Case.Never), (made.Status, made.Outcome, made.DueAt));
        Assert.Equal("solved", made.Events[^1].Details["reason"]);
    }

    [Fact]
    public void Later_the_owner_confirms_what_the_merchant_asked_for()
    {
        var made = Stage.Talking();
        var unasked = made.ConfirmWithdrawal(Li, Now, Clock);
        Stage.Do(made.RequestWithdrawal("solved", Owner, Now, Clock));
        var asked = (made.Status, made.WithdrawalReason);

        Stage.Do(made.ConfirmWithdrawal(Li, Now, Clock));

        Assert.Equal(new CaseNotReady(Lack.WithdrawalRequest), unasked.Error);
        Assert.Equal((CaseStatus.BankCommunication, "solved"), asked);
        Assert.Equal((CaseStatus.Closed, Outcome.Withdrawn), (made.Status, made.Outcome));
    }

    [Fact]
    public void Only_the_cases_merchant_withdraws() =>
        Assert.All([Stranger, Li, Zhao, Admin], by =>
            Assert.Equal(new CaseMoveRefused(CaseStatus.Filed, CaseAction.Withdraw), Stage.Filed().RequestWithdrawal("r", by, Now, Clock).Error));

    [Fact]
    public void A_duplicate_is_linked_to_the_case_that_goes_on()
    {
        var (made, survivor) = (Stage.Filed(), Stage.Talking());

        Stage.Do(made.MarkDuplicate(survivor, "the same freeze", Li, Now, Clock));

        Assert.Equal((CaseStatus.Closed, Outcome.Duplicate, survivor.Id), (made.Status, made.Outcome, made.DuplicateOf));
        Assert.Equal(survivor.Number, made.Events[^1].Details["survivor"]);
    }

    [Fact]
    public void A_case_is_no_duplicate_of_itself_of_another_merchants_case_or_of_a_duplicate()
    {
        var made = Stage.Filed();
        var foreign = Case.File(9, new(Stranger.Merchant!.Value), Stage.Form, Stranger, Now, Clock).Value;
        var duplicate = Stage.Filed();
        Stage.Do(duplicate.MarkDuplicate(Stage.Talking(), "r", Li, Now, Clock));

        Assert.All([made, foreign, duplicate], survivor =>
            Assert.Equal("SurvivorUnfit", Assert.IsType<Invalid>(made.MarkDuplicate(survivor, "r", Li, Now, Clock).Error).Fields[0].Code));
        Assert.Equal(CaseStatus.Filed, made.Status);
    }

    [Fact]
    public void A_case_is_assigned_while_it_is_open()
    {
        var made = Stage.Talking();

        Stage.Do(made.AssignTo(Wang.Id, Wang.Name, Zhao, Now));

        Assert.Equal(Wang.Id, made.OwnerId);
        Assert.Equal(new NotTheOwner(), made.Check(CheckAnswer.Denies, Li).Error);
        Assert.Equal(new CaseLocked(), Stage.Closed().AssignTo(Wang.Id, Wang.Name, Zhao, Now).Error);
    }
}
