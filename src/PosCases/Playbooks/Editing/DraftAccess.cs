using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Playbooks.Editing;

internal static class DraftAccess
{
    /// <summary>Loads a draft in order to change it; an outdated version is a conflict.</summary>
    public static async Task<Result<PlaybookDraft>> FindDraftAsync(this AppDb db, PlaybookDraftId id, Guid version, CancellationToken ct)
    {
        var found = await db.PlaybookDrafts.SingleOrDefaultAsync(d => d.Id == id, ct);
        return found is null ? new NotFound("PlaybookDraft") : found.Version != version ? new Conflict() : found;
    }
}
