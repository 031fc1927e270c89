using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<EvidenceRedaction> redactions = [];

    /// <summary>How the redacted copies came to be.</summary>
    public IReadOnlyList<EvidenceRedaction> Redactions => redactions;

    /// <summary>Why no redacted copy of the paper may be made now; none when it may. Of a copy no further copy is made.</summary>
    public Error? RefusalToRedact(EvidenceItemId itemId, Actor by) =>
        RefuseUnlessWorkedBy(by, StagesOfJudging)
        ?? (evidence.Exists(i => i.Id == itemId && i.Status is not (EvidenceStatus.TakenBack or EvidenceStatus.Derived)) ? null : new NotFound("Evidence"));

    /// <summary>Keeps a redacted copy beside its original, which stays as it is.</summary>
    public Result<EvidenceItemId> KeepRedaction(
        EvidenceItemId itemId, StoredFile file, string reason, IReadOnlyList<RedactionMark> marks, Actor by, DateTimeOffset at)
    {
        if (RefusalToRedact(itemId, by) is { } refused)
        {
            return refused;
        }

        var original = evidence.Single(i => i.Id == itemId);
        var copy = EvidenceItem.CopyOf(original, file, by, at);
        evidence.Add(copy);
        redactions.Add(EvidenceRedaction.Of(copy, original, reason, marks));
        Record(
            CaseEventKind.EvidenceRedacted, by, at,
            EventDetails.Of(("evidence", original.Code), ("file", original.FileName), ("reason", reason.Trim())), deskOnly: true);
        return copy.Id;
    }
}
