using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Reads which routes are open in a case, and why.</summary>
public static class ViewRemedies
{
    /// <summary>Reads which routes are open in a case. Information, not advice.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<RouteAdvice>>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<RouteAdvice>>>
    {
        public async Task<Result<IReadOnlyList<RouteAdvice>>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Cases.AsNoTracking().VisibleTo(actor)
                .Include(c => c.Measures)
                .Include(c => c.Filings)
                .AsSplitQuery()
                .SingleOrDefaultAsync(c => c.Id == query.Id, ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            return Result(RouteAdvisor.Advise(await db.RouteFactsOfAsync(found, ct)));
        }

        // An interface does not convert by itself.
        private static Result<IReadOnlyList<RouteAdvice>> Result(IReadOnlyList<RouteAdvice> advice) => advice.ToList();
    }
}
