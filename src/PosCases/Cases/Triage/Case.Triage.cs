using PosCases.Cases.Triage;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<DeviceCheck> deviceChecks = [];
    private readonly List<Recheck> rechecks = [];

    /// <summary>Self-checks of terminals.</summary>
    public IReadOnlyList<DeviceCheck> DeviceChecks => deviceChecks;

    /// <summary>Questions put after announced maintenance.</summary>
    public IReadOnlyList<Recheck> Rechecks => rechecks;

    /// <summary>Since when the merchant says that it works again; none while it does not.</summary>
    public DateTimeOffset? WorksAgainAt { get; private set; }

    /// <summary>
    /// Keeps the state of a terminal. The merchant, or the owner who has him on the phone, until the notice is judged. When it works
    /// again the agent is asked to end the case as no freeze; a later check that finds it broken takes that back.
    /// </summary>
    public Result RecordDeviceCheck(DeviceSnapshot snapshot, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessTriagedBy(by) is { } refused)
        {
            return refused.AsResult();
        }

        deviceChecks.Add(DeviceCheck.Of(Id, snapshot, by.Id, by.Name, at));
        WorksAgainAt = snapshot.WorksAgain ? WorksAgainAt ?? at : null;
        Record(CaseEventKind.DeviceChecked, by, at, EventDetails.Of((FlagOf(snapshot.Outcome), "yes")));
        return Result.Ok;
    }

    /// <summary>Maintenance is announced until a date: the case waits until then, and on waking it is asked whether it works again.</summary>
    public Result WaitForMaintenance(string announcement, DateOnly until, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (RefuseUnlessWorkedBy(by, CaseStatus.Verification) is { } refused)
        {
            return refused.AsResult();
        }

        // A case that waits a second time asks once, at the later date.
        if (rechecks.Exists(r => r.IsDue))
        {
            return new RecheckOpen();
        }

        var waiting = Wait(Ball.Institution, announcement, until, by, at, clock);
        if (waiting.Succeeded)
        {
            rechecks.Add(Recheck.Of(Id, announcement, until, by.Id, at));
            Record(CaseEventKind.MaintenanceRecorded, by, at, EventDetails.Of(
                ("until", until.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("announcement", announcement)));
        }

        return waiting;
    }

    /// <summary>Answers whether it works again: the merchant in one tap, or the owner for him.</summary>
    public Result AnswerRecheck(bool works, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessTriagedBy(by) is { } refused)
        {
            return refused.AsResult();
        }

        if (rechecks.Find(r => r.IsDue) is not { } open)
        {
            return new NotFound("Recheck");
        }

        open.Answer(works, by.Id, by.Name, at);
        WorksAgainAt = works ? at : null;
        Record(CaseEventKind.RecheckAnswered, by, at, EventDetails.Of((works ? "works" : "fails", "yes")));
        return Result.Ok;
    }

    // The questions that were waiting for this moment are put.
    private void AskRechecks(Actor by, DateTimeOffset at)
    {
        foreach (var waiting in rechecks.Where(r => r.AskedAt is null))
        {
            waiting.Ask(at);
            Record(CaseEventKind.RecheckAsked, by, at, EventDetails.None);
        }
    }

    // Which of the event's sentences is meant; a device that seems in order has the plain one.
    private static string FlagOf(DeviceOutcome outcome) => outcome switch
    {
        DeviceOutcome.WorksAgain => "works",
        DeviceOutcome.OneCard => "oneCard",
        DeviceOutcome.DeviceFault => "fault",
        DeviceOutcome.NotTheDevice => "inOrder",
    };

    private Error? RefuseUnlessTriagedBy(Actor by) =>
        Status == CaseStatus.Closed ? new CaseLocked()
        : !RelationsOf(by).Overlaps([Doer.Merchant, Doer.Owner]) ? new NotTheOwner()
        : Status is CaseStatus.Filed or CaseStatus.Verification
            || (Status == CaseStatus.Waiting && ResumeStatus == CaseStatus.Verification) ? null
        : new WrongStage(Status);
}

/// <summary>The question whether it works again is still open; it is answered before the case waits anew.</summary>
public sealed record RecheckOpen : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.RecheckOpen";
}
