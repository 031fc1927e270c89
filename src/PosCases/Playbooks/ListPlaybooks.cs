using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Lists the playbooks.</summary>
public static class ListPlaybooks
{
    /// <summary>Lists the newest version of every playbook that is in use.</summary>
    [Requires(Permission.ViewPlaybooks)]
    public sealed record Query : IQuery<IReadOnlyList<PlaybookDocument>>;

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<PlaybookDocument>>>
    {
        public async Task<Result<IReadOnlyList<PlaybookDocument>>> Handle(Query query, CancellationToken ct) =>
            (await db.Playbooks.AsNoTracking().ToListAsync(ct))
                .GroupBy(p => p.Code, StringComparer.Ordinal)
                .Select(g => g.MaxBy(p => p.Version)!)
                .Where(p => p.RetiredAt is null)
                .Select(p => p.Document)
                .OrderBy(p => p.Code, StringComparer.Ordinal)
                .ToList();
    }
}
