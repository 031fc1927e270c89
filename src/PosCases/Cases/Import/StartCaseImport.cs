using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Import;

/// <summary>Takes in what the look found good; the job does it.</summary>
public static class StartCaseImport
{
    /// <summary>Begins to take in.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Version">Version of the import that the user saw.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseImportId ImportId, Guid Version) : Change;

    /// <summary>Stops an import; what came in stays, the file is thrown away.</summary>
    /// <param name="ImportId">The import.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record CancelCommand(CaseImportId ImportId) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<CancelCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await FindAsync(command.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            if (import.Version != command.Version)
            {
                return new Conflict();
            }

            var begun = import.Start();
            if (begun.Succeeded)
            {
                // The report of the look gives way to what really became of each row.
                await db.Set<CaseImportIssue>().Where(i => i.ImportId == import.Id).ExecuteDeleteAsync(ct);
            }

            return begun;
        }

        public async Task<Result> Handle(CancelCommand command, CancellationToken ct) =>
            await FindAsync(command.ImportId, ct) is { } import ? import.Cancel(clock.GetUtcNow()) : new NotFound("CaseImport");

        private Task<CaseImport?> FindAsync(CaseImportId id, CancellationToken ct) =>
            db.Set<CaseImport>().Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == id, ct);
    }
}
