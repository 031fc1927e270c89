using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>The sum from which on it is proposed to write a record, and where the figure comes from.</summary>
/// <param name="Amount">In yuan.</param>
/// <param name="Sales">How many past sales it was read from; 0 when there were too few and it is the self-check's starting value.</param>
public sealed record ProposedThreshold(decimal Amount, int Sales)
{
    /// <summary>Fewer sales than this tell nothing.</summary>
    public const int FewestSales = 30;

    private const int MostSales = 2000;

    /// <summary>Twenty-nine sales of thirty are below it, rounded up to whole hundreds.</summary>
    /// <param name="amounts">Amounts of past sales in yuan, in any order.</param>
    public static ProposedThreshold Of(IReadOnlyList<decimal> amounts)
    {
        if (amounts.Count < FewestSales)
        {
            return new ProposedThreshold(SignalLibrary.Defaults["largeSingle"], 0);
        }

        var sorted = amounts.Order().ToList();
        var high = sorted[Math.Min(sorted.Count - 1, sorted.Count * 29 / 30)];
        return new ProposedThreshold(Math.Max(100m, Math.Ceiling(high / 100m) * 100m), sorted.Count);
    }

    // The newest case that has transactions is enough; older ones tell of older trade.
    internal static async Task<ProposedThreshold> OfAsync(AppDb db, MerchantId merchant, Actor actor, CancellationToken ct)
    {
        var transactions = db.Transactions;
        var newest = await db.Cases.VisibleTo(actor).Where(c => c.MerchantId == merchant && transactions.Any(t => t.CaseId == c.Id))
            .OrderByDescending(c => c.Serial).Select(c => (CaseId?)c.Id).FirstOrDefaultAsync(ct);
        return newest is { } id
            ? Of(await db.Transactions.Where(t => t.CaseId == id && t.Kind == TransactionKind.Sale && t.State == TransactionState.Succeeded)
                .OrderByDescending(t => t.At).ThenBy(t => t.Id).Select(t => t.Amount).Take(MostSales).ToListAsync(ct))
            : Of([]);
    }
}
