using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Cases.Conversation;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Cases.Search;

/// <summary>Notes, in the transaction of the change, which cases and merchants must be indexed anew.</summary>
internal sealed class SearchQueue : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            Enqueue(db);
        }

        return ValueTask.FromResult(result);
    }

    private static void Enqueue(AppDb db)
    {
        HashSet<CaseId> cases = [];
        HashSet<MerchantId> merchants = [];
        HashSet<object> noted = [];
        foreach (var entry in db.Tracked<object>())
        {
            switch (entry.Entity)
            {
                // A todo that is unchanged was written by an earlier save of the same unit of work.
                case SearchTodo todo:
                    noted.Add((object?)todo.CaseId ?? todo.MerchantId!);
                    break;
                case CaseEvent happened when entry.State == EntityState.Added:
                    cases.Add(happened.CaseId);
                    break;
                case CaseMessage message when entry.State == EntityState.Added:
                    cases.Add(message.CaseId);
                    break;
                case CaseNote note when entry.State == EntityState.Added:
                    cases.Add(note.CaseId);
                    break;
                case MerchantChange change when entry.State == EntityState.Added:
                    merchants.Add(change.MerchantId);
                    break;
            }
        }

        db.AddRange(cases.Where(id => !noted.Contains(id)).Select(id => new SearchTodo { CaseId = id }));
        db.AddRange(merchants.Where(id => !noted.Contains(id)).Select(id => new SearchTodo { MerchantId = id }));
    }
}
