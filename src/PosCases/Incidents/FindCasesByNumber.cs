using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Looks up cases by numbers that somebody pasted, to put them into an incident.</summary>
public static class FindCasesByNumber
{
    /// <summary>Most numbers that are looked up.</summary>
    public const int Most = 500;

    /// <summary>Looks up cases by their numbers; those that do not exist for the actor are left out.</summary>
    /// <param name="Numbers">The numbers; more than 500 are cut.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(IReadOnlyList<string> Numbers) : IQuery<IReadOnlyList<CaseSummary>>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<CaseSummary>>>
    {
        public async Task<Result<IReadOnlyList<CaseSummary>>> Handle(Query query, CancellationToken ct)
        {
            var numbers = query.Numbers.Select(n => n.Trim().ToUpperInvariant()).Distinct().Take(Most).ToList();
            var rows = await db.Set<Case>().AsNoTracking().VisibleTo(actor).Where(c => numbers.Contains(c.Number)).ToSummaries(db, clock.GetUtcNow()).ToListAsync(ct);
            return rows.OrderBy(r => r.Serial).Select(r => r with { Reader = actor }).ToList();
        }
    }
}
