using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Lists the cases of an incident.</summary>
public static class ListIncidentCases
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Most rows of the whole list.</summary>
    public const int Most = 500;

    /// <summary>Lists the cases of an incident that the actor may see, the oldest first.</summary>
    /// <param name="Number">Number of the incident.</param>
    /// <param name="State">Those in it, suggested for it, or taken out.</param>
    /// <param name="Page">From 1; 0 for all of them, 500 at most.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(string Number, Membership State, int Page = 1) : IQuery<Page<CaseSummary>>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Page<CaseSummary>>>
    {
        public async Task<Result<Page<CaseSummary>>> Handle(Query query, CancellationToken ct)
        {
            if (await db.Incidents.Where(i => i.Number == query.Number).Select(i => (IncidentId?)i.Id).SingleOrDefaultAsync(ct) is not { } incident)
            {
                return new NotFound(nameof(Incident));
            }

            var (page, size) = query.Page <= 0 ? (1, Most) : (query.Page, PageSize);
            // First which, then what: a page of cases is looked up by their ids instead of being looked for.
            var all = (await db.CasesOf(incident, query.State, actor).Select(c => new { c.Id, c.Serial }).ToListAsync(ct)).OrderBy(c => c.Serial).Select(c => c.Id).ToList();
            var shown = all.Skip((page - 1) * size).Take(size).ToList();
            var rows = await db.Set<Case>().AsNoTracking().VisibleTo(actor).Where(c => shown.Contains(c.Id)).ToSummaries(db, clock.GetUtcNow()).ToListAsync(ct);
            return new Page<CaseSummary>([.. rows.OrderBy(r => r.Serial).Select(r => r with { Reader = actor })], all.Count, page, size);
        }
    }
}
