using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

internal static class TransactionAccess
{
    /// <summary>Whether the actor may add to the transactions of a case: whoever sees it, as long as it is open.</summary>
    /// <returns>None when so.</returns>
    public static async Task<Error?> RefuseToAddAsync(this AppDb db, CaseId id, Actor actor, CancellationToken ct)
    {
        var found = await db.Cases.VisibleTo(actor).Where(c => c.Id == id).Select(c => new { c.Status }).SingleOrDefaultAsync(ct);
        return found is null ? new NotFound("Case") : found.Status == CaseStatus.Closed ? new CaseLocked() : null;
    }

    /// <summary>The case in order to record that something happened; it exists.</summary>
    public static Task<Case> CaseOfAsync(this AppDb db, CaseId id, CancellationToken ct) => db.Cases.SingleAsync(c => c.Id == id, ct);
}
