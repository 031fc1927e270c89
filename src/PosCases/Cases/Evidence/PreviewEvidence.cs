using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Finds a paper in order to show a picture of it on which nothing can be read; whoever reads it opens it.</summary>
public static class PreviewEvidence
{
    /// <summary>Finds a paper of a case within one's scope. No opening: it leaves nothing in the audit trail.</summary>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(EvidenceItemId ItemId) : IQuery<StoredFile>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<StoredFile>>
    {
        public async Task<Result<StoredFile>> Handle(Query query, CancellationToken ct)
        {
            var file = await db.Cases.VisibleTo(actor)
                .SelectMany(c => c.Evidence)
                .Where(i => i.Id == query.ItemId)
                .Select(i => new StoredFile(i.StorageKey, i.FileName, i.ContentType, i.Size, i.Sha256))
                .SingleOrDefaultAsync(ct);
            return file is null ? new NotFound("Evidence") : file;
        }
    }
}
