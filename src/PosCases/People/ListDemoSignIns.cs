using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The accounts of the demo world, offered on its sign-in page.</summary>
public static class ListDemoSignIns
{
    [Requires(Permission.SignIn)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One account.</summary>
    public sealed record Row(string UserName, string DisplayName, Role Role);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct) =>
            await db.People.Where(p => p.IsDemo && p.IsActive)
                .OrderBy(p => p.CreatedAt).ThenBy(p => p.NormalizedUserName)
                .Select(p => new Row(p.UserName!, p.DisplayName, p.Role))
                .Take(12)
                .ToListAsync(ct);
    }
}
