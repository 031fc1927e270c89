namespace PosCases.Cases.Worklist;

/// <summary>What happens next.</summary>
public enum NextStepKind
{
    /// <summary>Somebody takes the case up.</summary>
    TakeUp,

    /// <summary>The notice is checked with official channels.</summary>
    VerifyNotice,

    /// <summary>The merchant hands in papers.</summary>
    SupplyEvidence,

    /// <summary>The agent judges papers.</summary>
    JudgeEvidence,

    /// <summary>The agent sends the papers to the institution.</summary>
    Submit,

    /// <summary>The institution answers.</summary>
    AwaitAnswer,

    /// <summary>The agent follows up: a promise or an answer is due.</summary>
    FollowUp,

    /// <summary>A temporary release ends soon: the agent settles what comes after it.</summary>
    SettleRelief,

    /// <summary>The agent acts on the institution's answer.</summary>
    ActOnAnswer,

    /// <summary>A supervisor reviews the proposed outcome.</summary>
    Review,

    /// <summary>The legal route is followed.</summary>
    LegalRoute,

    /// <summary>The case wakes by itself.</summary>
    Wake,

    /// <summary>The agent confirms the merchant's withdrawal.</summary>
    ConfirmWithdrawal,

    /// <summary>The agent asks whether a measure was renewed.</summary>
    AskRenewal,

    /// <summary>The merchant may rate the handling.</summary>
    Rate,

    /// <summary>After maintenance the merchant says whether it works again.</summary>
    Recheck,

    /// <summary>The merchant says that it works again: the agent confirms and ends the case.</summary>
    ConfirmWorksAgain,

    /// <summary>Nothing more.</summary>
    None,
}

/// <summary>What happens next, who has the ball, and by when. Computed, never stored; the only place where it is decided.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ball">Who.</param>
/// <param name="At">By when; none when no date applies.</param>
/// <param name="Count">How many papers, where it is about papers.</param>
public sealed record NextStep(NextStepKind Kind, Ball Ball, DateTimeOffset? At, int Count = 0)
{
    // From when the end of a temporary release comes before the ordinary work.
    private static readonly TimeSpan ReliefLead = TimeSpan.FromDays(3);

    /// <summary>Whether its moment has passed.</summary>
    public bool IsLate { get; init; }

    /// <summary>Decides from the facts.</summary>
    public static NextStep Of(CaseFacts facts)
    {
        var step = Decide(facts);
        return step with { IsLate = step.At < facts.Now };
    }

    private static NextStep Decide(CaseFacts facts)
    {
        var due = facts.DueAt == Case.Never ? (DateTimeOffset?)null : facts.DueAt;
        var stageDue = SoonerOf(facts.StageDueAt == Case.Never ? null : facts.StageDueAt, facts.DeadlineAt);
        if (facts.WithdrawalRequested && facts.Status is not (CaseStatus.Closed or CaseStatus.Filed))
        {
            return new NextStep(NextStepKind.ConfirmWithdrawal, Ball.Agent, due);
        }

        if (facts.ReliefDueAt is { } ends && ends <= facts.Now + ReliefLead
            && facts.Status is CaseStatus.Verification or CaseStatus.EvidenceCollection or CaseStatus.BankCommunication or CaseStatus.LegalRoute)
        {
            return new NextStep(NextStepKind.SettleRelief, Ball.Agent, ends);
        }

        if (facts.RenewalDueAt is { } ask && ask == facts.DueAt && facts.Status is not (CaseStatus.Closed or CaseStatus.Filed or CaseStatus.Resolution))
        {
            return new NextStep(NextStepKind.AskRenewal, Ball.Agent, ask);
        }

        return facts.Status switch
        {
            CaseStatus.Draft or CaseStatus.Filed => new NextStep(NextStepKind.TakeUp, Ball.Agent, due),
            CaseStatus.Verification or CaseStatus.Waiting when facts.WorksAgain => new NextStep(NextStepKind.ConfirmWorksAgain, Ball.Agent, due),
            CaseStatus.Verification when facts.RecheckDue => new NextStep(NextStepKind.Recheck, Ball.Merchant, due),
            CaseStatus.Verification => new NextStep(NextStepKind.VerifyNotice, Ball.Agent, due),
            CaseStatus.EvidenceCollection when facts.Missing > 0 => new NextStep(NextStepKind.SupplyEvidence, Ball.Merchant, stageDue, facts.Missing),
            CaseStatus.EvidenceCollection when facts.ToJudge > 0 => new NextStep(NextStepKind.JudgeEvidence, Ball.Agent, stageDue, facts.ToJudge),
            CaseStatus.EvidenceCollection => new NextStep(NextStepKind.Submit, Ball.Agent, stageDue),
            CaseStatus.BankCommunication when facts.FollowUpAt is { } at && at <= facts.Now => new NextStep(NextStepKind.FollowUp, Ball.Agent, at),
            CaseStatus.BankCommunication when facts.OpenRounds > 0 =>
                new NextStep(NextStepKind.AwaitAnswer, Ball.Institution, facts.FollowUpAt < facts.StageDueAt ? SoonerOf(facts.FollowUpAt, facts.DeadlineAt) : stageDue),
            CaseStatus.BankCommunication => new NextStep(NextStepKind.ActOnAnswer, Ball.Agent, due),
            CaseStatus.Resolution => new NextStep(NextStepKind.Review, Ball.Supervisor, due),
            CaseStatus.LegalRoute when facts.FollowUpAt is { } at && at <= facts.Now => new NextStep(NextStepKind.FollowUp, Ball.Agent, at),
            CaseStatus.LegalRoute when facts.OpenFilings > 0 => new NextStep(NextStepKind.AwaitAnswer, Ball.Institution, due),
            CaseStatus.LegalRoute => new NextStep(NextStepKind.LegalRoute, Ball.Agent, due),
            CaseStatus.Waiting => new NextStep(NextStepKind.Wake, facts.WaitFor ?? Ball.Agent, facts.WaitUntil ?? due),
            CaseStatus.Closed when !facts.IsRated => new NextStep(NextStepKind.Rate, Ball.Nobody, null),
            CaseStatus.Closed => new NextStep(NextStepKind.None, Ball.Nobody, null),
            _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Status, null),
        };
    }

    private static DateTimeOffset? SoonerOf(DateTimeOffset? at, DateTimeOffset? deadline) => at is null || deadline < at ? deadline : at;
}

/// <summary>What the next step follows from.</summary>
public sealed record CaseFacts
{
    /// <summary>Work status.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Next moment somebody must act.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>End of the stage by our clock.</summary>
    public required DateTimeOffset StageDueAt { get; init; }

    /// <summary>Next follow-up.</summary>
    public required DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>By when the end of a temporary release must be settled.</summary>
    public DateTimeOffset? ReliefDueAt { get; init; }

    /// <summary>End of the next open deadline of the law, a rule or a document.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>When a waiting case wakes.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>By when somebody must ask whether a measure was renewed.</summary>
    public DateTimeOffset? RenewalDueAt { get; init; }

    /// <summary>Who is waited for.</summary>
    public required Ball? WaitFor { get; init; }

    /// <summary>Whether the merchant asked to withdraw.</summary>
    public required bool WithdrawalRequested { get; init; }

    /// <summary>Whether the merchant rated the handling.</summary>
    public required bool IsRated { get; init; }

    /// <summary>Papers asked for, needed, and not handed in or sent back.</summary>
    public required int Missing { get; init; }

    /// <summary>Papers handed in and not judged.</summary>
    public required int ToJudge { get; init; }

    /// <summary>Submissions without a final answer.</summary>
    public required int OpenRounds { get; init; }

    /// <summary>Whether the merchant says that it works again, and nobody confirmed it yet.</summary>
    public bool WorksAgain { get; init; }

    /// <summary>Whether it was asked after maintenance if it works again, and not answered.</summary>
    public bool RecheckDue { get; init; }

    /// <summary>Filings on remedy routes without an answer.</summary>
    public int OpenFilings { get; init; }

    /// <summary>The moment for which it is asked.</summary>
    public required DateTimeOffset Now { get; init; }
}
