using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Reads what happened to a case.</summary>
public static class ViewTimeline
{
    /// <summary>Reads what happened to a case, newest first; a merchant does not see what is for the desk alone.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<CaseEvent>>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<CaseEvent>>>
    {
        public async Task<Result<IReadOnlyList<CaseEvent>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            return await db.CaseEvents.AsNoTracking()
                .Where(e => e.CaseId == query.Id && (actor.IsDesk || !e.DeskOnly))
                .OrderByDescending(e => e.Seq)
                .ToListAsync(ct);
        }
    }
}
