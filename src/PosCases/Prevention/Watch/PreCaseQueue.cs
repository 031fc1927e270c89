using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Platform.Data;
using PosCases.Platform.Outbox;

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
            List<Guid> agreed = [];
            foreach (var prepared in await db.PreCases.Where(p => p.DraftId == draft.Id && p.MerchantId == filed.MerchantId).ToListAsync(cancellationToken))
            {
                prepared.BecomeCase(filed.Id);
                agreed.AddRange(prepared.MerchantAgreed ? [prepared.AlertId.Value] : []);
            }

            // Bytes are copied after the commit: what is filed does not wait for them, and a restart goes on with what is left.
            db.Outbox.AddRange(agreed.Select(alert => OutboxMessage.Of(PreCasePapers.OutboxKind, new PreCasePapers(filed.Id.Value, alert, filed.FiledById), filed.FiledAt)));
        }

        return result;
    }
}
