using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Publishes the shipped playbook versions that the database does not have yet; runs at every start.</summary>
public static class ImportPlaybooks
{
    /// <summary>Publishes the shipped playbook versions that the database does not have yet. A published version never changes.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change<int>;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var known = await db.Playbooks.Select(p => new { p.Code, p.Version }).ToListAsync(ct);
            var fresh = PlaybookLibrary.Read()
                .Where(p => !known.Exists(k => k.Code == p.Document.Code && k.Version == p.Document.Version))
                .Select(p => PlaybookVersion.Of(p.Document, p.Json, clock.GetUtcNow()))
                .ToList();
            db.Playbooks.AddRange(fresh);
            return fresh.Count;
        }
    }
}
