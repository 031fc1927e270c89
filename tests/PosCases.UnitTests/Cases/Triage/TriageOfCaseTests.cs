using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Triage;

/// <summary>Self-checks, announced maintenance and the question whether it works again.</summary>
public sealed class TriageOfCaseTests
{
    private static readonly DeviceSnapshot Broken = new() { Findings = [new(DevicePoint.Network, DeviceState.Fault)], SerialNumber = "SN-1" };

    public static TheoryData<DeviceSnapshot, DeviceOutcome> Snapshots => new()
    {
        { Broken, DeviceOutcome.DeviceFault },
        { Broken with { WorksAgain = true }, DeviceOutcome.WorksAgain },
        { new() { Findings = [new(DevicePoint.OtherCard, DeviceState.Fault), new(DevicePoint.Network, DeviceState.Fine)] }, DeviceOutcome.OneCard },
        { new() { Findings = [new(DevicePoint.Power, DeviceState.Fine), new(DevicePoint.Sim, DeviceState.Unknown)] }, DeviceOutcome.NotTheDevice },
    };

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void A_self_check_leads_somewhere(DeviceSnapshot snapshot, DeviceOutcome outcome) => Assert.Equal(outcome, snapshot.Outcome);

    [Fact]
    public void A_snapshot_is_kept_as_it_was_with_who_and_when()
    {
        var made = Stage.Verification();

        Stage.Do(made.RecordDeviceCheck(Broken, Clerk, Now));

        var kept = Assert.Single(made.DeviceChecks);
        Assert.Equal((Broken, Clerk.Id, Clerk.Name, Now), (kept.Snapshot, kept.ById, kept.ByName, kept.At));
        Assert.Null(made.WorksAgainAt);
        Assert.Equal(CaseEventKind.DeviceChecked, made.Events[^1].Kind);
    }

    [Fact]
    public void It_works_again_until_a_later_check_finds_it_broken()
    {
        var made = Stage.Verification();
        Stage.Do(made.RecordDeviceCheck(new() { WorksAgain = true }, Owner, Now));
        var since = made.WorksAgainAt;

        Stage.Do(made.RecordDeviceCheck(Broken, Owner, Now.AddHours(1)));

        Assert.Equal(Now, since);
        Assert.Null(made.WorksAgainAt);
    }

    [Fact]
    public void Only_the_merchant_and_the_owner_record_a_check_and_only_until_the_notice_is_judged()
    {
        Assert.All([Stranger, Wang, Zhao, Actor.System], by =>
            Assert.Equal(new NotTheOwner(), Stage.Verification().RecordDeviceCheck(Broken, by, Now).Error));
        Assert.Equal(new WrongStage(CaseStatus.EvidenceCollection), Stage.Collecting().RecordDeviceCheck(Broken, Owner, Now).Error);
        Assert.Equal(new WrongStage(CaseStatus.Waiting), Stage.Waiting().RecordDeviceCheck(Broken, Owner, Now).Error);
        Assert.Equal(new CaseLocked(), Stage.Closed().RecordDeviceCheck(Broken, Owner, Now).Error);
        Stage.Do(Stage.Filed().RecordDeviceCheck(Broken, Owner, Now));
        Stage.Do(Stage.Verification().RecordDeviceCheck(Broken, Li, Now));
    }

    [Fact]
    public void The_snapshot_of_a_draft_is_kept_with_the_case() =>
        Assert.Equal(Broken, Assert.Single(Stage.Filed(Stage.Form with { Device = Broken }).DeviceChecks).Snapshot);

    [Fact]
    public void A_case_sleeps_through_maintenance_and_asks_when_it_wakes()
    {
        var made = Asleep();
        var asleep = made.Rechecks.Single().IsDue;

        Stage.Do(made.Wake(Actor.System, Now.AddDays(2), Clock));

        Assert.False(asleep);
        Assert.True(made.Rechecks.Single().IsDue);
        Assert.Equal(CaseStatus.Verification, made.Status);
        Assert.Equal([CaseEventKind.WaitingStarted, CaseEventKind.MaintenanceRecorded, CaseEventKind.Woken, CaseEventKind.RecheckAsked], made.Events.TakeLast(4).Select(e => e.Kind));
    }

    [Fact]
    public void Yes_ends_it_early_by_the_same_way_as_ever_checked_officially_and_reviewed()
    {
        var made = Awake();

        Stage.Do(made.AnswerRecheck(works: true, Clerk, Now.AddDays(2)));
        var unchecked_ = made.ConfirmNotAFreeze("f", "a", Li, Now.AddDays(2), Clock).Error;
        Stage.Do(made.Check(CheckAnswer.Technical, Li));
        Stage.Do(made.RecordVerdict(Authenticity.CannotTell, "maintenance", Li, Now.AddDays(2)));
        Stage.Do(made.ConfirmNotAFreeze("f", "a", Li, Now.AddDays(2), Clock));

        Assert.Equal((true, Clerk.Name), (made.Rechecks.Single().Works, made.Rechecks.Single().AnsweredByName));
        Assert.Equal(Now.AddDays(2), made.WorksAgainAt);
        Assert.IsType<CaseNotReady>(unchecked_);
        Assert.Equal(CaseStatus.Resolution, made.Status);
    }

    [Fact]
    public void No_goes_on_with_the_verification_and_it_can_be_waited_again()
    {
        var made = Awake();

        Stage.Do(made.AnswerRecheck(works: false, Owner, Now.AddDays(2)));
        Stage.Do(made.WaitForMaintenance("prolonged", Today.AddDays(5), Li, Now.AddDays(2), Clock));

        Assert.Null(made.WorksAgainAt);
        Assert.Equal([false, null], made.Rechecks.Select(r => r.Works));
    }

    [Fact]
    public void The_question_is_answered_once_and_is_not_set_twice()
    {
        var made = Awake();
        var twice = made.WaitForMaintenance("again", Today.AddDays(5), Li, Now.AddDays(2), Clock).Error;
        Stage.Do(made.AnswerRecheck(works: true, Owner, Now.AddDays(2)));

        Assert.Equal(new RecheckOpen(), twice);
        Assert.Equal(new NotFound("Recheck"), made.AnswerRecheck(works: false, Owner, Now.AddDays(2)).Error);
        Assert.Equal(new NotFound("Recheck"), Asleep().AnswerRecheck(works: true, Owner, Now).Error);
    }

    [Fact]
    public void Maintenance_is_waited_for_while_the_notice_is_checked_by_the_owner() =>
        Assert.All(
            new (Case Made, Actor By, Error Refused)[]
            {
                (Stage.Verification(), Wang, new NotTheOwner()),
                (Stage.Collecting(), Li, new WrongStage(CaseStatus.EvidenceCollection)),
            },
            row => Assert.Equal(row.Refused, row.Made.WaitForMaintenance("n", Today.AddDays(1), row.By, Now, Clock).Error));

    [Fact]
    public void A_reopened_case_starts_without_the_old_answer()
    {
        var made = Stage.Verification();
        Stage.Do(made.RecordDeviceCheck(new() { WorksAgain = true }, Owner, Now));
        Stage.Do(made.Check(CheckAnswer.Technical, Li));
        Stage.Do(made.RecordVerdict(Authenticity.CannotTell, "r", Li, Now));
        Stage.Do(made.ConfirmNotAFreeze("f", "a", Li, Now, Clock));
        Stage.Do(made.Approve(null, Zhao, Now, Clock));

        Stage.Do(made.Reopen("it is back", Zhao, Now, Clock));

        Assert.Null(made.WorksAgainAt);
    }

    private static Case Asleep()
    {
        var made = Stage.Verification(form: Stage.Form with { Before = [PriorEvent.Maintenance] });
        Stage.Do(made.WaitForMaintenance("the app says so", Today.AddDays(2), Li, Now, Clock));
        return made;
    }

    private static Case Awake()
    {
        var made = Asleep();
        Stage.Do(made.Wake(Actor.System, Now.AddDays(2), Clock));
        return made;
    }
}
