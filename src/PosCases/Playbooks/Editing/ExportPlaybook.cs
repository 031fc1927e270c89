using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Reads a published version as the text that was published.</summary>
public static class ExportPlaybook
{
    /// <summary>Reads a published version as text.</summary>
    /// <param name="Code">The playbook.</param>
    /// <param name="Version">Which version; none for the newest.</param>
    [Requires(Permission.ViewPlaybooks)]
    public sealed record Query(string Code, int? Version) : IQuery<Exported>;

    /// <summary>The text and what to call it.</summary>
    /// <param name="FileName">Name of the file.</param>
    /// <param name="Json">The document.</param>
    public sealed record Exported(string FileName, string Json);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<Exported>>
    {
        public async Task<Result<Exported>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Playbooks.AsNoTracking()
                .Where(p => p.Code == query.Code && (query.Version == null || p.Version == query.Version))
                .OrderByDescending(p => p.Version)
                .FirstOrDefaultAsync(ct);
            return found is null ? new NotFound("Playbook") : new Exported($"{found.Code}-v{found.Version}.json", found.Json);
        }
    }
}
