using PosCases.Cases.Communication;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>
    /// What the case lacks for an action that its status allows; none when it is ready. The verbs refuse with it, the screens say it
    /// beforehand. Needs everything that the verb needs to be loaded.
    /// </summary>
    public CaseNotReady? LackFor(CaseAction action) => action switch
    {
        CaseAction.ConfirmGenuine when Verdict is not Authenticity.Genuine => new(Verdict is null ? Lack.Verdict : Lack.OtherVerdict),
        CaseAction.ConfirmGenuine when !measures.Exists(m => m.IsConfirmed) => new(Lack.FreezeRecord),
        CaseAction.ConfirmGenuine when causes.TrueForAll(c => c.RemovedAt is not null) => new(Lack.Cause),
        CaseAction.ConfirmFake when Verdict is not Authenticity.Fake => new(Verdict is null ? Lack.Verdict : Lack.OtherVerdict),
        CaseAction.ConfirmFake when !checks.Exists(c => c.Answer is CheckAnswer.Denies) => new(Lack.OfficialCheck),
        CaseAction.ConfirmNotAFreeze when Verdict is null or Authenticity.Fake => new(Verdict is null ? Lack.Verdict : Lack.OtherVerdict),
        CaseAction.ConfirmNotAFreeze when !checks.Exists(c => c.Answer is CheckAnswer.Denies or CheckAnswer.Technical) => new(Lack.OfficialCheck),
        CaseAction.SubmitToInstitution when parties.Count == 0 => new(Lack.Institution),
        CaseAction.SubmitToInstitution when requirements.Count(r => !r.IsSettled) is > 0 and var open => new(Lack.Evidence, open),
        CaseAction.RequestMoreEvidence when rounds.TrueForAll(r => r.Answer is not (InstitutionAnswer.MoreRequested or InstitutionAnswer.Refused)) =>
            new(Lack.OpenRound),
        CaseAction.Approve when AsksForSteps() && OpenSteps() is > 0 and var open => new(Lack.Steps, open),
        CaseAction.TakeLegalRoute when Status == CaseStatus.Closed && Outcome != Cases.Outcome.Refused => new(Lack.Refusal),
        CaseAction.Withdraw when WithdrawalReason is null && Status != CaseStatus.Filed => new(Lack.WithdrawalRequest),
        _ => null,
    };

    // A scam or a broken device ends before the plan of a freeze matters.
    private bool AsksForSteps() => proposals.Exists(
        p => p.State == ProposalState.Pending && p.Outcome is not (Cases.Outcome.FakeNotice or Cases.Outcome.NotAFreeze));

    private int OpenSteps() => steps.Count(s => s is { Mandatory: true, State: StepState.Todo, Role: not StepRole.Merchant });
}
