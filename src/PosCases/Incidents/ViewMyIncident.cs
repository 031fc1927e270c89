using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Tells a merchant that his case is one of several, and what was told to all of them.</summary>
public static class ViewMyIncident
{
    /// <summary>Tells the merchant's side that a case is one of several. No title, no number, no count and no name: nothing by which others could be known.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Mine>>;

    /// <summary>An incident as a merchant may know it.</summary>
    /// <param name="IsOpen">Whether it goes on.</param>
    /// <param name="Facts">What is true of all its cases.</param>
    /// <param name="Notices">What was told to all, the newest first; only what was sent to him.</param>
    public sealed record Mine(bool IsOpen, SharedFacts Facts, IReadOnlyList<Notice> Notices);

    /// <summary>A joint notice.</summary>
    /// <param name="TextZh">The words in Chinese.</param>
    /// <param name="TextEn">The words in English.</param>
    /// <param name="SentAt">When it was sent to him.</param>
    public sealed record Notice(string TextZh, string TextEn, DateTimeOffset SentAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Mine>>>
    {
        public async Task<Result<IReadOnlyList<Mine>>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Set<Case>().VisibleTo(actor).Where(c => c.Id == query.Id).Select(c => new { c.MerchantId }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound(nameof(Case));
            }

            var incidents = await db.IncidentCases.Where(m => m.CaseId == query.Id && m.State == Membership.In)
                .Join(db.Incidents.AsNoTracking(), m => m.IncidentId, i => i.Id, (m, i) => i)
                .Where(i => i.Status == IncidentStatus.Open || i.Status == IncidentStatus.Closed)
                .OrderByDescending(i => i.Serial).ToListAsync(ct);
            if (incidents.Count == 0)
            {
                return Array.Empty<Mine>();
            }

            var ids = incidents.ConvertAll(i => i.Id);
            var notices = (await db.NoticeDeliveries.Where(d => d.MerchantId == found.MerchantId && ids.Contains(d.IncidentId) && d.SentAt != null)
                .Join(db.JointNotices, d => d.NoticeId, n => n.Id, (d, n) => new { d.IncidentId, n.TextZh, n.TextEn, d.SentAt }).ToListAsync(ct))
                .ToLookup(n => n.IncidentId);
            return incidents.ConvertAll(i => new Mine(
                i.Status == IncidentStatus.Open, i.Facts,
                [.. notices[i.Id].OrderByDescending(n => n.SentAt).Select(n => new Notice(n.TextZh, n.TextEn, n.SentAt!.Value))]));
        }
    }
}
