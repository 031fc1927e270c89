using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Restriction;

/// <summary>Lists the people of the desk who are or may be named on a case.</summary>
public static class ListReaders
{
    /// <summary>Lists the people of the desk who are or may be named on a case.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One person.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Role">Agent or supervisor.</param>
    /// <param name="IsNamed">Whether the person is named.</param>
    /// <param name="IsOwner">Whether the person owns the case, and sees it without being named.</param>
    public sealed record Row(Guid PersonId, string Name, Role Role, bool IsNamed, bool IsOwner);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var seen = await db.Cases.VisibleTo(actor).Where(c => c.Id == query.Id).Select(c => new { c.OwnerId }).SingleOrDefaultAsync(ct);
            if (seen is null)
            {
                return new NotFound("Case");
            }

            var readers = db.Set<CaseReader>();
            return await db.People
                .Where(p => p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor))
                .OrderByDescending(p => p.Role).ThenBy(p => p.DisplayName)
                .Select(p => new Row(p.Id, p.DisplayName, p.Role, readers.Any(r => r.CaseId == query.Id && r.PersonId == p.Id && r.RemovedAt == null), p.Id == seen.OwnerId))
                .ToListAsync(ct);
        }
    }
}
