using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Finds a photo of a large trade in order to hand out its bytes; the only way to them.</summary>
public static class OpenTradePhoto
{
    /// <summary>Finds it within one's scope. A command, so that every opening is in the audit trail.</summary>
    /// <param name="Id">The photo.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(TradePhotoId Id) : Change<OpenedEvidence>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<OpenedEvidence>>
    {
        public async Task<Result<OpenedEvidence>> Handle(Command command, CancellationToken ct)
        {
            var own = db.Merchants.VisibleTo(actor);
            var found = await db.TradePhotos.AsNoTracking().Include(p => p.Stored)
                .Where(p => own.Any(m => m.Id == p.MerchantId))
                .SingleOrDefaultAsync(p => p.Id == command.Id, ct);
            return found is not { Stored: { } file } ? new NotFound(nameof(TradePhoto))
                : file.Scan == FileScan.Waiting ? new EvidenceInQuarantine()
                : !file.MayBeRead ? new EvidenceDamaged()
                : found.Opened;
        }
    }
}
