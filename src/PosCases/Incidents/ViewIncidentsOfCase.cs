using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Tells to which incidents a case belongs, for the desk.</summary>
public static class ViewIncidentsOfCase
{
    /// <summary>Tells to which open or closed incidents a case belongs; the newest first.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Incident>>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Incident>>>
    {
        public async Task<Result<IReadOnlyList<Incident>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Set<Case>().VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound(nameof(Case));
            }

            return await db.IncidentCases.Where(m => m.CaseId == query.Id && m.State == Membership.In)
                .Join(db.Incidents.AsNoTracking(), m => m.IncidentId, i => i.Id, (m, i) => i)
                .Where(i => i.Status == IncidentStatus.Open || i.Status == IncidentStatus.Closed)
                .OrderByDescending(i => i.Serial).ToListAsync(ct);
        }
    }
}
