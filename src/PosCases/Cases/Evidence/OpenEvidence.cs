using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Finds a paper in order to hand out its bytes; the only way to them.</summary>
public static class OpenEvidence
{
    /// <summary>Finds a paper of a case within one's scope. A command, so that every opening is in the audit trail.</summary>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Command(EvidenceItemId ItemId) : Change<StoredFile>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<StoredFile>>
    {
        public async Task<Result<StoredFile>> Handle(Command command, CancellationToken ct)
        {
            var file = await db.Cases.VisibleTo(actor)
                .SelectMany(c => c.Evidence)
                .Where(i => i.Id == command.ItemId)
                .Select(i => new StoredFile(i.StorageKey, i.FileName, i.ContentType, i.Size, i.Sha256))
                .SingleOrDefaultAsync(ct);
            return file is null ? new NotFound("Evidence") : file;
        }
    }
}
