using PosCases.Cases;
using PosCases.Cases.Evidence;

namespace PosCases.Web.Desk.Judging;

/// <summary>The order in which the papers of a case are looked through.</summary>
internal static class PaperOrder
{
    /// <summary>Every paper but those taken back: as they were asked for, then what came unasked; the oldest of each first, copies last.</summary>
    public static IReadOnlyList<EvidenceItem> Of(Case found)
    {
        var places = found.Requirements.ToDictionary(r => r.Id, r => r.Position);
        return
        [
            .. found.Evidence.Where(i => i.Status != EvidenceStatus.TakenBack)
                .OrderBy(i => i.Status == EvidenceStatus.Derived)
                .ThenBy(i => i.RequirementId is { } asked ? places.GetValueOrDefault(asked, int.MaxValue) : int.MaxValue)
                .ThenBy(i => i.At),
        ];
    }

    /// <summary>The next paper that waits for judging, behind the given one first; none when no other waits.</summary>
    public static EvidenceItem? NextWaiting(this IReadOnlyList<EvidenceItem> papers, EvidenceItem from) =>
        papers.SkipWhile(i => i.Id != from.Id).Concat(papers).FirstOrDefault(i => i.Status == EvidenceStatus.Submitted && i.Id != from.Id);
}
