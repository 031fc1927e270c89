using PosCases.Cases.Links;
using PosCases.Cases.Resolution;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>What the case waits for.</summary>
    public string? WaitReason { get; private set; }

    /// <summary>Who is waited for.</summary>
    public Ball? WaitFor { get; private set; }

    /// <summary>When it wakes by itself.</summary>
    public DateTimeOffset? WaitUntil { get; private set; }

    /// <summary>The working time that our clock had left when it paused; negative when it was late.</summary>
    public TimeSpan? ClockLeft { get; private set; }

    /// <summary>Why the merchant wants to withdraw; none when he does not.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Pauses the case until the end of a date. Our clock stands still; the merchant's total runs on.</summary>
    public Result Wait(Ball waitFor, string reason, DateOnly until, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var left = StageDueAt == Never ? ClockLeft : clock.Working.Between(at, StageDueAt);
        var details = EventDetails.Of(
            ("for", waitFor), ("reason", reason), ("until", until.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        if (Move(CaseAction.Wait, CaseEventKind.WaitingStarted, by, at, clock, details) is { } refused)
        {
            return refused;
        }

        (WaitFor, WaitReason, WaitUntil, ClockLeft) = (waitFor, reason, ShanghaiTime.StartOf(until), left);
        Reclock();
        return Result.Ok;
    }

    /// <summary>Goes on where it paused; our clock runs on with what it had left. Questions set for this moment are put.</summary>
    public Result Wake(Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var left = ClockLeft;
        if (Move(CaseAction.Wake, CaseEventKind.Woken, by, at, clock, EventDetails.Of(("reason", WaitReason))) is { } refused)
        {
            return refused;
        }

        (WaitFor, WaitReason, WaitUntil, ClockLeft) = (null, null, null, null);
        StageDueAt = left is { } rest ? clock.Working.Add(at, rest) : Never;
        PauseForRoute(at, clock);
        Reclock();
        AskRechecks(by, at);
        return Result.Ok;
    }

    /// <summary>
    /// The merchant withdraws. Before anybody took it up the case closes at once; later the owner confirms, so that nothing
    /// under way with an institution is dropped unseen.
    /// </summary>
    public Result RequestWithdrawal(string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (!RelationsOf(by).Contains(Doer.Merchant))
        {
            return new CaseMoveRefused(Status, CaseAction.Withdraw);
        }

        if (Status == CaseStatus.Filed)
        {
            return Close(CaseAction.Withdraw, CaseEventKind.Withdrawn, Cases.Outcome.Withdrawn, by, at, clock, EventDetails.Of(("reason", reason)));
        }

        WithdrawalReason = reason;
        Record(CaseEventKind.WithdrawalRequested, by, at, EventDetails.Of(("reason", reason)));
        return Result.Ok;
    }

    /// <summary>The owner confirms that the case is withdrawn.</summary>
    public Result ConfirmWithdrawal(Actor by, DateTimeOffset at, CaseOptions clock) =>
        LackFor(CaseAction.Withdraw) is { } lack
            ? lack
            : Close(
                CaseAction.Withdraw, CaseEventKind.Withdrawn, Cases.Outcome.Withdrawn, by, at, clock, EventDetails.Of(("reason", WithdrawalReason)));

    /// <summary>The matter is handled in another case, to which this one is linked; nothing of this one is lost.</summary>
    public Result MarkDuplicate(Case survivor, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (survivor.Id == Id || survivor.MerchantId != MerchantId || survivor.Outcome == Cases.Outcome.Duplicate)
        {
            return new Invalid("Survivor", "SurvivorUnfit");
        }

        return CloseFor(survivor, LinkKind.Duplicate, reason, by, at, clock);
    }

    private Result Close(
        CaseAction action, CaseEventKind kind, Outcome outcome, Actor by, DateTimeOffset at, CaseOptions clock, EventDetails details)
    {
        if (Move(action, kind, by, at, clock, details) is { } refused)
        {
            return refused;
        }

        // An outcome under review has become moot; left pending, a review after a reopening would find it instead of the new one.
        proposals.Find(p => p.State == ProposalState.Pending)?.Review(ProposalState.Returned, details.Values.GetValueOrDefault("reason"), by, at);
        ProposedById = null;
        Outcome = outcome;
        return Result.Ok;
    }
}
