using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Lists incidents.</summary>
public static class ListIncidents
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Lists the incidents of one status, the newest first.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Page">From 1.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(IncidentStatus Status, int Page = 1) : IQuery<Answer>;

    /// <summary>A page, and how many there are of every status.</summary>
    /// <param name="Rows">The page.</param>
    /// <param name="Counts">By status.</param>
    public sealed record Answer(Page<Row> Rows, IReadOnlyDictionary<IncidentStatus, int> Counts)
    {
        /// <summary>Whether the reader may open, accept, dismiss and close.</summary>
        public bool MayManage { get; init; }
    }

    /// <summary>One incident.</summary>
    /// <param name="Incident">It.</param>
    /// <param name="Cases">Cases that the reader may see: those in it, of a suggestion those suggested.</param>
    /// <param name="Merchants">Their merchants.</param>
    /// <param name="OpenCases">Of these cases, those that are open.</param>
    public sealed record Row(Incident Incident, int Cases, int Merchants, int OpenCases);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var page = await db.Incidents.AsNoTracking().Where(i => i.Status == query.Status).OrderByDescending(i => i.Serial)
                .ToPageAsync(Math.Max(1, query.Page), PageSize, ct);
            var ids = page.Items.Select(i => i.Id).ToList();
            var state = query.Status is IncidentStatus.Open or IncidentStatus.Closed ? Membership.In : Membership.Suggested;
            var sums = (await db.IncidentCases.Where(m => ids.Contains(m.IncidentId) && m.State == state)
                .Join(db.Set<Case>().VisibleTo(actor), m => m.CaseId, c => c.Id, (m, c) => new { m.IncidentId, c.MerchantId, c.Status }).ToListAsync(ct))
                .ToLookup(m => m.IncidentId);
            var counts = await db.Incidents.GroupBy(i => i.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new Answer(
                new Page<Row>(
                    [.. page.Items.Select(i => new Row(i, sums[i.Id].Count(), sums[i.Id].Select(m => m.MerchantId).Distinct().Count(), sums[i.Id].Count(m => m.Status != CaseStatus.Closed)))],
                    page.Total, page.Number, page.Size),
                counts)
            {
                MayManage = actor.May(Permission.ManageIncidents),
            };
        }
    }
}
