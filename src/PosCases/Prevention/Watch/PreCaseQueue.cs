using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Platform.Data;

namespace PosCases.Prevention.Watch;

/// <summary>Names, in the transaction in which a prepared draft is handed in, the case that comes of it.</summary>
internal sealed class PreCaseQueue : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db
            && db.Tracked<CaseDraft>().FirstOrDefault(e => e.State == EntityState.Deleted)?.Entity is { } draft
            && db.Tracked<Case>().FirstOrDefault(e => e.State == EntityState.Added)?.Entity is { } filed)
        {
            foreach (var prepared in await db.PreCases.Where(p => p.DraftId == draft.Id && p.MerchantId == filed.MerchantId).ToListAsync(cancellationToken))
            {
                prepared.BecomeCase(filed.Id);
            }
        }

        return result;
    }
}
