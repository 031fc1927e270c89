using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Finds a paper of a profile in order to hand out its bytes; the only way to them.</summary>
public static class OpenMerchantPaper
{
    /// <summary>Finds a paper within one's scope. A command, so that every opening is in the audit trail.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantPaperId Id) : Change<StoredFile>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<StoredFile>>
    {
        public async Task<Result<StoredFile>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.MerchantPapers.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == command.Id && p.EndedAt == null, ct);
            return found is null ? new NotFound("Paper") : found.File;
        }
    }
}
