using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Institutions;

/// <summary>Finds institutions. The directory is open to everybody who is signed in, so there is nothing to scope.</summary>
internal static class InstitutionAccess
{
    /// <returns>The institution with its channels, a <see cref="NotFound"/>, or a <see cref="Conflict"/> when it has changed since.</returns>
    public static async Task<Result<Institution>> FindInstitutionAsync(this AppDb db, InstitutionId id, Guid version, CancellationToken ct)
    {
        var found = await db.Institutions.Include(i => i.Channels).SingleOrDefaultAsync(i => i.Id == id, ct);
        return found switch
        {
            null => new NotFound(nameof(Institution)),
            _ when found.Version != version => new Conflict(),
            _ => found,
        };
    }
}
