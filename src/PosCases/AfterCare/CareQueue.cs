using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Cases;
using PosCases.Platform.Data;

namespace PosCases.AfterCare;

/// <summary>Notes, in the transaction of the change, which cases were closed with an outcome or opened again.</summary>
internal sealed class CareQueue : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            var noted = db.Tracked<CareTodo>().Select(e => e.Entity.CaseId).ToHashSet();
            db.AddRange(db.Tracked<CaseEvent>()
                .Where(e => e.State == EntityState.Added && (e.Entity.Kind == CaseEventKind.ResolutionApproved || e.Entity.From == CaseStatus.Closed))
                .Select(e => e.Entity.CaseId).Distinct().Where(id => !noted.Contains(id)).ToList()
                .ConvertAll(id => new CareTodo { CaseId = id }));
        }

        return ValueTask.FromResult(result);
    }
}
