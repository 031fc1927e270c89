using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Stops an import; what was taken in stays, the file is thrown away.</summary>
public static class CancelTransactionImport
{
    /// <summary>Stops an import.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ImportId">The import.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, TransactionImportId ImportId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct) =>
            await db.RefuseToAddAsync(command.Id, actor, ct) is { } refused ? refused
            : await db.TransactionImports.Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == command.ImportId && i.CaseId == command.Id, ct) is { } import
                ? import.Cancel(clock.GetUtcNow())
                : new NotFound("Import");
    }
}
