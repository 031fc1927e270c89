using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Puts a case into an open incident.</summary>
public static class AddToIncident
{
    /// <summary>Puts a case into an open incident; the case keeps its own course, facts and outcome.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Case">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(IncidentId Id, CaseId Case) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindIncidentAsync(command.Id, null, ct);
            var loaded = await db.Set<Case>().VisibleTo(actor).ToChangeAsync(command.Case, null, ct);
            if ((found.Error ?? loaded.Error ?? found.Value.RefuseUnlessOpen()) is { } refused)
            {
                return refused;
            }

            var (incident, joining, now) = (found.Value, loaded.Value, clock.GetUtcNow());
            if (await db.IncidentCases.SingleOrDefaultAsync(m => m.IncidentId == incident.Id && m.CaseId == joining.Id, ct) is not { } row)
            {
                db.IncidentCases.Add(IncidentCase.PutIn(incident.Id, joining, actor, now));
            }
            else if (row.PutIn(actor, now) is { } there)
            {
                return there;
            }

            return joining.RecordIncident(CaseEventKind.IncidentJoined, incident.Number, incident.Title, actor, now);
        }
    }
}
