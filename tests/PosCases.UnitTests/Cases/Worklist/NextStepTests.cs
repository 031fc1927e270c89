using PosCases.Cases;
using PosCases.Cases.Worklist;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Worklist;

/// <summary>Who has the ball: every status with every fact that matters in it.</summary>
public sealed class NextStepTests
{
    private static readonly DateTimeOffset Due = Now.AddHours(2);
    private static readonly DateTimeOffset StageDue = Now.AddHours(9);

    private static readonly CaseFacts Nothing = new()
    {
        Status = CaseStatus.Filed,
        DueAt = Due,
        StageDueAt = StageDue,
        FollowUpAt = null,
        WaitFor = null,
        WithdrawalRequested = false,
        IsRated = false,
        Missing = 0,
        ToJudge = 0,
        OpenRounds = 0,
        Now = Now,
    };

    public static TheoryData<CaseFacts, NextStep> Table => new()
    {
        { Nothing with { Status = CaseStatus.Draft }, new(NextStepKind.TakeUp, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.Filed }, new(NextStepKind.TakeUp, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.Verification }, new(NextStepKind.VerifyNotice, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.Verification, RecheckDue = true }, new(NextStepKind.Recheck, Ball.Merchant, Due) },
        { Nothing with { Status = CaseStatus.Verification, WorksAgain = true }, new(NextStepKind.ConfirmWorksAgain, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.Waiting, WorksAgain = true, WaitFor = Ball.Institution }, new(NextStepKind.ConfirmWorksAgain, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.BankCommunication, WorksAgain = true, RecheckDue = true }, new(NextStepKind.ActOnAnswer, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.EvidenceCollection, Missing = 2 }, new(NextStepKind.SupplyEvidence, Ball.Merchant, StageDue, 2) },
        { Nothing with { Status = CaseStatus.EvidenceCollection, Missing = 1, ToJudge = 3 }, new(NextStepKind.SupplyEvidence, Ball.Merchant, StageDue, 1) },
        { Nothing with { Status = CaseStatus.EvidenceCollection, ToJudge = 3 }, new(NextStepKind.JudgeEvidence, Ball.Agent, StageDue, 3) },
        { Nothing with { Status = CaseStatus.EvidenceCollection }, new(NextStepKind.Submit, Ball.Agent, StageDue) },
        { Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1 }, new(NextStepKind.AwaitAnswer, Ball.Institution, StageDue) },
        {
            Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1, FollowUpAt = Now.AddHours(1) },
            new(NextStepKind.AwaitAnswer, Ball.Institution, Now.AddHours(1))
        },
        { Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1, FollowUpAt = Now }, new(NextStepKind.FollowUp, Ball.Agent, Now) },
        { Nothing with { Status = CaseStatus.BankCommunication, FollowUpAt = Now.AddHours(-1) }, new(NextStepKind.FollowUp, Ball.Agent, Now.AddHours(-1)) { IsLate = true } },
        {
            Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1, FollowUpAt = Now.AddHours(5), StageDueAt = Now.AddHours(-1) },
            new(NextStepKind.AwaitAnswer, Ball.Institution, Now.AddHours(-1)) { IsLate = true }
        },
        { Nothing with { DueAt = Now.AddSeconds(-1) }, new(NextStepKind.TakeUp, Ball.Agent, Now.AddSeconds(-1)) { IsLate = true } },
        { Nothing with { Status = CaseStatus.BankCommunication }, new(NextStepKind.ActOnAnswer, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1, ReliefDueAt = Now.AddDays(3) }, new(NextStepKind.SettleRelief, Ball.Agent, Now.AddDays(3)) },
        { Nothing with { Status = CaseStatus.BankCommunication, OpenRounds = 1, ReliefDueAt = Now.AddDays(4) }, new(NextStepKind.AwaitAnswer, Ball.Institution, StageDue) },
        { Nothing with { Status = CaseStatus.Resolution, ReliefDueAt = Now }, new(NextStepKind.Review, Ball.Supervisor, Due) },
        { Nothing with { Status = CaseStatus.Resolution }, new(NextStepKind.Review, Ball.Supervisor, Due) },
        { Nothing with { Status = CaseStatus.LegalRoute }, new(NextStepKind.LegalRoute, Ball.Agent, Due) },
        { Nothing with { Status = CaseStatus.LegalRoute, OpenFilings = 1 }, new(NextStepKind.AwaitAnswer, Ball.Institution, Due) },
        {
            Nothing with { Status = CaseStatus.LegalRoute, OpenFilings = 1, FollowUpAt = Now.AddHours(5) },
            new(NextStepKind.AwaitAnswer, Ball.Institution, Due)
        },
        { Nothing with { Status = CaseStatus.LegalRoute, OpenFilings = 1, FollowUpAt = Now }, new(NextStepKind.FollowUp, Ball.Agent, Now) },
        { Nothing with { Status = CaseStatus.Waiting, WaitFor = Ball.Merchant }, new(NextStepKind.Wake, Ball.Merchant, Due) },
        { Nothing with { Status = CaseStatus.Waiting, WaitFor = Ball.Authority }, new(NextStepKind.Wake, Ball.Authority, Due) },
        { Nothing with { Status = CaseStatus.Closed, DueAt = Case.Never }, new(NextStepKind.Rate, Ball.Nobody, null) },
        { Nothing with { Status = CaseStatus.Closed, DueAt = Case.Never, IsRated = true }, new(NextStepKind.None, Ball.Nobody, null) },
        { Nothing with { Status = CaseStatus.Closed, DueAt = Case.Never, WithdrawalRequested = true }, new(NextStepKind.Rate, Ball.Nobody, null) },
        { Nothing with { Status = CaseStatus.LegalRoute, DueAt = Case.Never }, new(NextStepKind.LegalRoute, Ball.Agent, null) },
    };

    public static TheoryData<CaseStatus> Worked =>
        [.. Enum.GetValues<CaseStatus>().Except([CaseStatus.Draft, CaseStatus.Filed, CaseStatus.Closed])];

    [Theory]
    [MemberData(nameof(Table))]
    public void The_facts_decide_what_happens_next_who_does_it_and_by_when(CaseFacts facts, NextStep next) => Assert.Equal(next, NextStep.Of(facts));

    [Theory]
    [MemberData(nameof(Worked))]
    public void A_wish_to_withdraw_comes_before_everything_else(CaseStatus status) =>
        Assert.Equal(
            new NextStep(NextStepKind.ConfirmWithdrawal, Ball.Agent, Due),
            NextStep.Of(Nothing with { Status = status, WithdrawalRequested = true, Missing = 3, WaitFor = Ball.Merchant }));

    [Fact]
    public void Every_combination_of_facts_has_a_next_step_and_somebody_who_has_the_ball_until_the_end()
    {
        var combinations =
            from status in Enum.GetValues<CaseStatus>()
            from withdrawn in new[] { false, true }
            from rated in new[] { false, true }
            from missing in new[] { 0, 1 }
            from judge in new[] { 0, 1 }
            from open in new[] { 0, 1 }
            from followUp in new DateTimeOffset?[] { null, Now.AddHours(-1), Now.AddHours(1) }
            select Nothing with
            {
                Status = status,
                WithdrawalRequested = withdrawn,
                IsRated = rated,
                Missing = missing,
                ToJudge = judge,
                OpenRounds = open,
                FollowUpAt = followUp,
                WaitFor = status == CaseStatus.Waiting ? Ball.Institution : null,
            };

        Assert.All(combinations, facts => Assert.Equal(facts.Status == CaseStatus.Closed, NextStep.Of(facts).Ball == Ball.Nobody));
    }

    [Theory]
    [InlineData(CaseStatus.Filed, -1, true)]
    [InlineData(CaseStatus.Filed, 0, false)]
    [InlineData(CaseStatus.Waiting, -1, true)]
    [InlineData(CaseStatus.Closed, -1, false)]
    public void A_case_is_overdue_once_its_moment_has_passed_and_it_is_still_open(CaseStatus status, int secondsToDue, bool overdue)
    {
        var facts = Nothing with { Status = status, DueAt = Now.AddSeconds(secondsToDue) };

        Assert.Equal(overdue, Summary(facts).IsOverdue);
    }

    private static CaseSummary Summary(CaseFacts facts) => new()
    {
        Id = CaseId.New(),
        Number = "FZ-2026-000001",
        Serial = 1,
        Version = Guid.NewGuid(),
        MerchantId = Shop,
        MerchantName = "m",
        MerchantKind = PosCases.Merchants.MerchantKind.Company,
        Status = facts.Status,
        ResumeStatus = null,
        Outcome = null,
        Priority = Priority.Normal,
        OwnerId = null,
        OwnerName = null,
        Measure = default,
        ImposedBy = default,
        InstitutionName = null,
        IsConfirmed = false,
        Cause = null,
        Since = null,
        Amount = null,
        Remaining = null,
        AskedAt = null,
        FiledAt = Now,
        UpdatedAt = Now,
        ClosedAt = null,
        Facts = facts,
    };
}
