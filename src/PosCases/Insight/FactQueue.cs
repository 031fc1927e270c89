using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Cases;
using PosCases.Platform.Data;

namespace PosCases.Insight;

/// <summary>Notes, in the transaction of the change, of which cases the facts must be made anew.</summary>
internal sealed class FactQueue(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            var noted = db.Tracked<FactTodo>().Select(e => e.Entity.CaseId).ToHashSet();
            var changed = db.Tracked<CaseEvent>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.CaseId).ToHashSet();
            var now = clock.GetUtcNow();
            db.AddRange(changed.Where(id => !noted.Contains(id)).Select(id => new FactTodo { CaseId = id, At = now }));
        }

        return ValueTask.FromResult(result);
    }
}
