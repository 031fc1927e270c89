using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Shows where each item of the documents is taken care of.</summary>
public static class ViewCoverage
{
    /// <summary>Shows where each item of the documents is taken care of, by the newest versions in force.</summary>
    [Requires(Permission.ViewPlaybooks)]
    public sealed record Query : IQuery<IReadOnlyList<CoverageMap.Row>>;

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<CoverageMap.Row>>>
    {
        public async Task<Result<IReadOnlyList<CoverageMap.Row>>> Handle(Query query, CancellationToken ct)
        {
            var newest = (await db.Playbooks.AsNoTracking().ToListAsync(ct))
                .GroupBy(p => p.Code, StringComparer.Ordinal)
                .Select(g => g.MaxBy(p => p.Version)!)
                .Where(p => p.RetiredAt is null)
                .Select(p => p.Document)
                .OrderBy(p => p.Code, StringComparer.Ordinal)
                .ToList();
            return CoverageMap.Of(newest).ToList();
        }
    }
}
