using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>Names those who may own cases, for whoever works cases; how much each of them has is <see cref="ViewLoad"/>.</summary>
public static class ListOwners
{
    /// <summary>Names those who may own cases.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>Somebody who may own cases.</summary>
    /// <param name="Id">The person.</param>
    /// <param name="Name">His name.</param>
    public sealed record Row(Guid Id, string Name);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct) =>
            await db.People.WhoMayOwnCases()
                .OrderBy(p => p.DisplayName).ThenBy(p => p.Id)
                .Select(p => new Row(p.Id, p.DisplayName))
                .ToListAsync(ct);
    }
}
