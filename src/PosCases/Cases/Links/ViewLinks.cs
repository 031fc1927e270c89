using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Worklist;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Shows to which cases a case is linked, in both directions.</summary>
public static class ViewLinks
{
    /// <summary>Shows to which cases a case is linked, in both directions; those that the actor may not see are left out.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One link.</summary>
    /// <param name="Link">Who set it, when and why.</param>
    /// <param name="Other">The case at its other end.</param>
    /// <param name="IsFrom">Whether it was set on the case that is asked about.</param>
    public sealed record Row(CaseLink Link, CaseSummary Other, bool IsFrom);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        private const int Most = 200;

        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var links = await db.Set<CaseLink>().AsNoTracking()
                .Where(l => (l.FromId == query.Id || l.ToId == query.Id) && l.EndedAt == null)
                .OrderByDescending(l => l.At).Take(Most).ToListAsync(ct);
            var ids = links.Select(l => l.FromId == query.Id ? l.ToId : l.FromId).Distinct().ToList();
            var others = await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id)).ToSummaries(db, clock.GetUtcNow())
                .ToDictionaryAsync(c => c.Id, c => c with { Reader = actor }, ct);
            return links
                .Select(l => (Link: l, Other: others.GetValueOrDefault(l.FromId == query.Id ? l.ToId : l.FromId)))
                .Where(l => l.Other is not null)
                .Select(l => new Row(l.Link, l.Other!, l.Link.FromId == query.Id))
                .ToList();
        }
    }
}
