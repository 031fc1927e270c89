using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Platform.Jobs;

/// <summary>Shows an administrator what runs in the background.</summary>
public static class ListJobs
{
    /// <summary>Reads the lease of every job that ever ran.</summary>
    [Requires(Permission.Operate)]
    public sealed record Query : IQuery<IReadOnlyList<JobLease>>;

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<JobLease>>>
    {
        public async Task<Result<IReadOnlyList<JobLease>>> Handle(Query query, CancellationToken ct) =>
            await db.Set<JobLease>().AsNoTracking().OrderBy(j => j.Name).ToListAsync(ct);
    }
}
