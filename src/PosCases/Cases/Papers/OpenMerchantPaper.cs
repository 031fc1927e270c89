using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Papers;

/// <summary>Finds a paper of a profile in order to hand out its bytes; the only way to them.</summary>
public static class OpenMerchantPaper
{
    /// <summary>Finds a paper within one's scope. A command, so that every opening is in the audit trail.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantPaperId Id) : Change<OpenedEvidence>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<OpenedEvidence>>
    {
        public async Task<Result<OpenedEvidence>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.MerchantPapers.AsNoTracking().Include(p => p.Stored).VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == command.Id && p.EndedAt == null, ct);
            return found is not { Stored: { } file } ? new NotFound("Paper")
                : file.Scan == FileScan.Waiting ? new EvidenceInQuarantine()
                : !file.MayBeRead ? new EvidenceDamaged()
                : found.Opened;
        }
    }
}
