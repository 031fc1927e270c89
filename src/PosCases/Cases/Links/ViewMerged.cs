using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Shows, from the case that goes on, what the cases hold that were merged into it.</summary>
public static class ViewMerged
{
    /// <summary>Shows what the cases hold that were merged into a case, and into those; only what the actor may see of each.</summary>
    /// <param name="Id">The case that goes on.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Part>>;

    /// <summary>What one merged case holds; it lies there still, and is only shown here.</summary>
    /// <param name="Id">The merged case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="FiledAt">When it was handed in.</param>
    /// <param name="Evidence">Its papers, the oldest first.</param>
    /// <param name="Messages">Its conversation, the oldest first.</param>
    /// <param name="Events">What happened to it, the newest first.</param>
    public sealed record Part(
        CaseId Id, string Number, DateTimeOffset FiledAt, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<CaseMessage> Messages, IReadOnlyList<CaseEvent> Events);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Part>>>
    {
        private const int Most = 20;

        public async Task<Result<IReadOnlyList<Part>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var ids = await MergedAsync(query.Id, ct);
            if (ids.Count == 0)
            {
                return Array.Empty<Part>();
            }

            var cases = await db.Cases.VisibleTo(actor).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Serial)
                .Select(c => new { c.Id, c.Number, c.FiledAt }).ToListAsync(ct);
            var seen = cases.ConvertAll(c => c.Id);
            var papers = (await db.Set<EvidenceItem>().AsNoTracking()
                .Where(i => seen.Contains(i.CaseId) && i.Status != EvidenceStatus.TakenBack && (actor.IsDesk || i.Status != EvidenceStatus.Derived))
                .OrderBy(i => i.At).ToListAsync(ct)).ToLookup(i => i.CaseId);
            var said = (await db.Messages.AsNoTracking().Where(m => seen.Contains(m.CaseId)).OrderBy(m => m.Seq).ToListAsync(ct)).ToLookup(m => m.CaseId);
            var events = (await db.CaseEvents.AsNoTracking().Where(e => seen.Contains(e.CaseId) && (actor.IsDesk || !e.DeskOnly))
                .OrderByDescending(e => e.Seq).ToListAsync(ct)).ToLookup(e => e.CaseId);
            return cases.ConvertAll(c => new Part(c.Id, c.Number, c.FiledAt, [.. papers[c.Id]], [.. said[c.Id]], [.. events[c.Id]]));
        }

        // A merged case may have been merged into before.
        private async Task<HashSet<CaseId>> MergedAsync(CaseId survivor, CancellationToken ct)
        {
            HashSet<CaseId> all = [];
            List<CaseId> into = [survivor];
            while (into.Count > 0 && all.Count < Most)
            {
                var from = await db.Set<CaseLink>().Where(l => into.Contains(l.ToId) && l.Kind == LinkKind.Merged && l.EndedAt == null).Select(l => l.FromId).ToListAsync(ct);
                into = from.FindAll(all.Add);
            }

            return all;
        }
    }
}
