using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Judging;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private static readonly CaseStatus[] StagesOfJudging =
        [CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute];

    private readonly List<EvidenceJudgement> judgements = [];

    /// <summary>How papers were judged, those taken back too.</summary>
    public IReadOnlyList<EvidenceJudgement> Judgements => judgements;

    /// <summary>Accepts a paper, or sends it back with a reason that the merchant sees.</summary>
    internal Result JudgeEvidence(EvidenceItemId itemId, bool accepted, string? reason, Actor by, DateTimeOffset at) =>
        JudgeEvidence(itemId, accepted ? new Verdict(true) : new Verdict(false, reason, reason), by, at);

    /// <summary>
    /// Accepts a paper, or sends it back with a reason that the merchant sees. What was asked for is then owed again; what nobody had asked for
    /// is asked for with that reason, when the verdict says so and the case collects papers.
    /// </summary>
    public Result JudgeEvidence(EvidenceItemId itemId, Verdict verdict, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, StagesOfJudging) is { } refused)
        {
            return refused.AsResult();
        }

        if (evidence.Find(i => i.Id == itemId) is not { Status: not (EvidenceStatus.TakenBack or EvidenceStatus.Replaced or EvidenceStatus.Derived) } item)
        {
            return new NotFound("Evidence");
        }

        var known = Checklists.Of(item.Code);
        if (verdict.Checks.Any(mark => known.All(check => check.Code != mark.Code)))
        {
            return new Invalid("Checks", "UnknownCode");
        }

        var judged = EvidenceJudgement.Of(verdict.Accepted ? new Verdict(true) { Checks = verdict.Checks } : verdict, item, Status, by, at);
        judgements.Add(judged);
        item.Judge(verdict.Accepted ? EvidenceStatus.Accepted : EvidenceStatus.Rejected, judged.ReasonZh, by.Id, at, judged.ReasonEn);
        Record(
            verdict.Accepted ? CaseEventKind.EvidenceAccepted : CaseEventKind.EvidenceRejected,
            by,
            at,
            EventDetails.Of(("evidence", item.Code), ("file", item.FileName), ("reason", judged.ReasonZh), ("reasonEn", EnglishOf(judged))));
        AskAnew(verdict, judged, item, by, at);
        return Result.Ok;
    }

    /// <summary>
    /// Takes the last judgement of a paper back: it waits for judging again. Only as long as the case is where it was, and nothing was sent.
    /// </summary>
    /// <returns>What was asked for because of it and is asked for no longer; none when nothing was.</returns>
    public Result<EvidenceRequirement?> UndoJudgement(EvidenceItemId itemId, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, StagesOfJudging) is { } refused)
        {
            return refused;
        }

        if (evidence.Find(i => i.Id == itemId) is not { Status: EvidenceStatus.Accepted or EvidenceStatus.Rejected } item
            || LastJudgementOf(itemId) is not { } judged)
        {
            return new NotFound("Judgement");
        }

        if (HasMovedOnSince(judged))
        {
            return new JudgementSettled();
        }

        judged.Undo(by, at);
        item.Unjudge();
        Record(CaseEventKind.JudgementUndone, by, at, EventDetails.Of(("evidence", item.Code), ("file", item.FileName)));
        var asked = requirements.Find(r => r.Id == judged.AskedId && !r.IsTouched);
        if (asked is not null)
        {
            requirements.Remove(asked);
        }

        return asked;
    }

    /// <summary>Whether the judging of a paper can still be taken back.</summary>
    public bool CanUndoJudgementOf(EvidenceItemId itemId) => LastJudgementOf(itemId) is { } judged && !HasMovedOnSince(judged);

    private EvidenceJudgement? LastJudgementOf(EvidenceItemId itemId) => judgements.Where(j => j.ItemId == itemId && j.UndoneAt is null).MaxBy(j => j.At);

    private bool HasMovedOnSince(EvidenceJudgement judged) =>
        Status != judged.Stage || StageSince > judged.At || rounds.Exists(r => r.SentAt >= judged.At);

    private void AskAnew(Verdict verdict, EvidenceJudgement judged, EvidenceItem item, Actor by, DateTimeOffset at)
    {
        if (verdict.Accepted || !verdict.AsksAgain || item.RequirementId is not null || Status == CaseStatus.Verification
            || requirements.Exists(r => !r.IsSettled && r.Codes.Contains(item.Code)))
        {
            return;
        }

        Ask([new EvidenceAsk([item.Code], RequirementLevel.Required, judged.ReasonZh ?? "", judged.ReasonEn ?? judged.ReasonZh ?? "")], by, at);
        judged.Asked(requirements[^1].Id);
    }

    private static string? EnglishOf(EvidenceJudgement judged) => judged.ReasonEn == judged.ReasonZh ? null : judged.ReasonEn;
}

/// <summary>The case has moved on since the paper was judged.</summary>
public sealed record JudgementSettled : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.JudgementSettled";
}
