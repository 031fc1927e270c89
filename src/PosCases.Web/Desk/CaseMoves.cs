using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Worklist;
using PosCases.Web.Desk.Dialogs;
using PosCases.Web.Desk.Relief;

namespace PosCases.Web.Desk;

/// <summary>Something that can be done on the desk, with the dialog that does it or the place where it is done.</summary>
/// <param name="TextKey">Its verb in DeskText.</param>
/// <param name="Icon">From Design/icons.txt.</param>
/// <param name="Dialog">A <see cref="CaseDialog"/>.</param>
/// <param name="Lack">What it still lacks.</param>
/// <param name="Href">The place, where there is no dialog.</param>
internal sealed record CaseMoveOffer(string TextKey, string Icon, Type? Dialog, CaseNotReady? Lack = null, string? Href = null)
{
    /// <summary>Whether the dialog may be opened.</summary>
    public bool IsReady => Lack is null;
}

/// <summary>Which dialog belongs to which action, and which one comes first. What may be done is the lifecycle's answer.</summary>
internal static class CaseMoves
{
    private static readonly Dictionary<CaseAction, (string Icon, Type Dialog)> Dialogs = new()
    {
        [CaseAction.StartVerification] = ("user-check", typeof(StartVerificationDialog)),
        [CaseAction.ConfirmGenuine] = ("shield-check", typeof(ConfirmGenuineDialog)),
        [CaseAction.ConfirmFake] = ("shield-off", typeof(ConfirmFakeDialog)),
        [CaseAction.ConfirmNotAFreeze] = ("circle-check", typeof(ConfirmNotAFreezeDialog)),
        [CaseAction.SubmitToInstitution] = ("send", typeof(SubmitToInstitutionDialog)),
        [CaseAction.RequestMoreEvidence] = ("file-text", typeof(RequestMoreEvidenceDialog)),
        [CaseAction.ProposeResolution] = ("flag", typeof(ProposeResolutionDialog)),
        [CaseAction.Approve] = ("check", typeof(ApproveDialog)),
        [CaseAction.Return] = ("arrow-back-up", typeof(ReturnDialog)),
        [CaseAction.TakeLegalRoute] = ("scale", typeof(TakeLegalRouteDialog)),
        [CaseAction.Wait] = ("player-pause", typeof(WaitDialog)),
        [CaseAction.Wake] = ("player-play", typeof(WakeDialog)),
        [CaseAction.MarkDuplicate] = ("git-merge", typeof(MarkDuplicateDialog)),
        [CaseAction.Withdraw] = ("archive", typeof(ConfirmWithdrawalDialog)),
        [CaseAction.Reopen] = ("lock-open", typeof(ReopenDialog)),
    };

    /// <summary>Everything that the actor may do to the work status.</summary>
    public static IReadOnlyList<CaseMoveOffer> Of(CaseView view) =>
        [.. view.Allowed.Where(Dialogs.ContainsKey).Select(action => Offer(view, action))];

    /// <summary>The action towards which the next step leads, ready or not.</summary>
    public static CaseMoveOffer? MainOf(CaseView view)
    {
        CaseAction[] wanted = view.Summary.Next.Kind switch
        {
            NextStepKind.TakeUp => [CaseAction.StartVerification],
            NextStepKind.VerifyNotice or NextStepKind.Recheck => [CaseAction.ConfirmGenuine, CaseAction.ConfirmFake, CaseAction.ConfirmNotAFreeze],
            NextStepKind.SupplyEvidence or NextStepKind.JudgeEvidence or NextStepKind.Submit => [CaseAction.SubmitToInstitution],
            NextStepKind.AwaitAnswer or NextStepKind.FollowUp or NextStepKind.SettleRelief or NextStepKind.AskRenewal => [],
            NextStepKind.ActOnAnswer when view.Case.Rounds is [.., { Answer: InstitutionAnswer.Refused, IsFinal: true }] =>
                [CaseAction.TakeLegalRoute, CaseAction.ProposeResolution],
            NextStepKind.ActOnAnswer when WantsMore(view) => [CaseAction.RequestMoreEvidence],
            NextStepKind.ActOnAnswer or NextStepKind.LegalRoute => [CaseAction.ProposeResolution],
            NextStepKind.Review => [CaseAction.Approve],
            NextStepKind.ConfirmWorksAgain => [CaseAction.ConfirmNotAFreeze, CaseAction.Wake],
            NextStepKind.Wake => [CaseAction.Wake],
            NextStepKind.ConfirmWithdrawal => [CaseAction.Withdraw],
            NextStepKind.Rate or NextStepKind.None => [],
        };
        List<CaseMoveOffer> offers = [.. wanted.Where(view.Allows).Select(action => Offer(view, action))];
        return offers.Find(o => o.IsReady) ?? offers.FirstOrDefault() ?? Settle(view) ?? AskRenewal(view) ?? Answer(view);
    }

    /// <summary>The other half of a decision, which stands beside the main action and not in the menu.</summary>
    public static CaseMoveOffer? BesideOf(CaseView view) => view.Allows(CaseAction.Return) ? Offer(view, CaseAction.Return) : null;

    /// <summary>The way to what an action lacks, where there is one.</summary>
    public static CaseMoveOffer? RemedyOf(CaseView view, CaseNotReady lack) => lack.Lack switch
    {
        _ when !view.MayWork => null,
        Lack.Verdict when view.Case.Checks.Count == 0 => new("Check.Do", "phone", typeof(RecordCheckDialog)),
        Lack.Verdict or Lack.OtherVerdict => new("Verdict.Do", "shield-check", typeof(RecordVerdictDialog)),
        Lack.OfficialCheck => new("Check.Do", "phone", typeof(RecordCheckDialog)),
        Lack.FreezeRecord => new("Measure.Do", "snowflake", typeof(RecordMeasureDialog)),
        Lack.Cause => new("Cause.Do", "tag", typeof(AddCauseDialog)),
        Lack.Evidence when view.Case.Evidence.FirstOrDefault(i => i.Status == EvidenceStatus.Submitted) is { } paper =>
            new("Judge.Do", "file-check", null, Href: CaseAddress.OfPaper(view.Summary.Number, paper.Id.Value)),
        Lack.Institution => new("Party.Do", "building-bank", typeof(AddPartyDialog)),
        _ => null,
    };

    private static CaseMoveOffer Offer(CaseView view, CaseAction action) =>
        new($"Act.{action}", Dialogs[action].Icon, Dialogs[action].Dialog, view.Case.LackFor(action));

    private static CaseMoveOffer? Settle(CaseView view) =>
        view.Summary.Next.Kind == NextStepKind.SettleRelief && view.MayWork ? new("Relief.Settle", "alarm", typeof(SettleReliefDialog)) : null;

    private static CaseMoveOffer? AskRenewal(CaseView view) => view.MayWork && view.Summary.Next.Kind == NextStepKind.AskRenewal
        ? new("Renewal.Do", "calendar-due", null, Href: CaseAddress.Of(view.Summary.Number, CaseTab.Measure))
        : null;

    private static CaseMoveOffer? Answer(CaseView view) =>
        view.MayRecordAnswer && view.Case.Rounds.Any(r => r.IsOpen) ? new("Answer.Do", "message", typeof(RecordAnswerDialog)) : null;

    private static bool WantsMore(CaseView view) => view.Case.Rounds is [.., { Answer: InstitutionAnswer.MoreRequested } or { Answer: InstitutionAnswer.Refused, IsFinal: false, Missing.Count: > 0 }];
}
