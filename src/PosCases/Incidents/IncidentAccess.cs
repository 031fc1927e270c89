using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

internal static class IncidentAccess
{
    /// <summary>Loads an incident in order to change it; an outdated version is a conflict.</summary>
    public static async Task<Result<Incident>> FindIncidentAsync(this AppDb db, IncidentId id, Guid? version, CancellationToken ct)
    {
        var found = await db.Incidents.SingleOrDefaultAsync(i => i.Id == id, ct);
        return found is null ? new NotFound(nameof(Incident))
            : version is not null && found.Version != version ? new Conflict()
            : found;
    }

    /// <summary>The cases of an incident that the actor may see. A restricted one does not exist for others, here as elsewhere.</summary>
    public static IQueryable<Case> CasesOf(this AppDb db, IncidentId id, Membership state, Actor actor) => db.IncidentCases
        .Where(m => m.IncidentId == id && m.State == state)
        .Join(db.Set<Case>().VisibleTo(actor), m => m.CaseId, c => c.Id, (m, c) => c);
}
