using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Stops an import; what was taken in stays, the file is thrown away.</summary>
public static class CancelWatchImport
{
    /// <summary>Stops an import.</summary>
    /// <param name="Id">The import.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(WatchImportId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct) =>
            await db.WatchImportsOf(actor).Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == command.Id, ct) is { } import
                ? import.Cancel(clock.GetUtcNow())
                : new NotFound("Import");
    }
}
