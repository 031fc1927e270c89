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
    /// <param name="Before">Only what came before the event of this order; all when not given.</param>
    /// <param name="Size">So many at most; all when not given.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id, long? Before = null, int? Size = null) : IQuery<IReadOnlyList<CaseEvent>>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<CaseEvent>>>
    {
        public async Task<Result<IReadOnlyList<CaseEvent>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var events = db.CaseEvents.AsNoTracking()
                .Where(e => e.CaseId == query.Id && (actor.IsDesk || !e.DeskOnly) && (query.Before == null || e.Seq < query.Before))
                .OrderByDescending(e => e.Seq);
            return await (query.Size is { } size ? events.Take(size) : events).ToListAsync(ct);
        }
    }
}
