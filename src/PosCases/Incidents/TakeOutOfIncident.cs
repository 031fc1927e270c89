using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Takes a case out of an open incident, or away from what is suggested for it.</summary>
public static class TakeOutOfIncident
{
    /// <summary>Takes a case out of an open incident, or away from what is suggested for it; it is not suggested there again.</summary>
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

            var (incident, leaving, now) = (found.Value, loaded.Value, clock.GetUtcNow());
            if (await db.IncidentCases.SingleOrDefaultAsync(m => m.IncidentId == incident.Id && m.CaseId == leaving.Id, ct) is not { } row)
            {
                return new IncidentRefused(IncidentRefusal.LacksCase);
            }

            var wasIn = row.State == Membership.In;
            return row.TakeOut(actor, now) is { } refusal ? refusal
                : wasIn ? leaving.RecordIncident(CaseEventKind.IncidentLeft, incident.Number, incident.Title, actor, now)
                : Result.Ok;
        }
    }
}
