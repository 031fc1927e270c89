using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>A transaction of an imported export that has the amount of the record and lies close to its time.</summary>
/// <param name="CaseNumber">The case into which it was imported.</param>
/// <param name="At">When, by the export.</param>
/// <param name="HasTime">Whether the export told the time and not only the day.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="Terminal">Terminal number.</param>
/// <param name="Reference">Retrieval reference number.</param>
public sealed record TradeMatch(string CaseNumber, DateTimeOffset At, bool HasTime, decimal Amount, string? Terminal, string? Reference)
{
    /// <summary>How far the clock of the shop and that of the acquirer may be apart.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    private const int MostCases = 50;
    private const int Most = 5;

    /// <summary>Whether a transaction fits a record's time: within half an hour, or on its day where only the day is known.</summary>
    public static bool Fits(DateTimeOffset sold, DateTimeOffset at, bool hasTime) =>
        hasTime ? (at - sold).Duration() <= Apart : Platform.ShanghaiTime.DateOf(at) == Platform.ShanghaiTime.DateOf(sold);

    // Amounts are found by the index of each case; a merchant has few cases.
    internal static async Task<IReadOnlyList<TradeMatch>> OfAsync(AppDb db, LargeTrade trade, Actor actor, CancellationToken ct)
    {
        var cases = await db.Cases.VisibleTo(actor).Where(c => c.MerchantId == trade.MerchantId)
            .OrderByDescending(c => c.Serial).Take(MostCases).Select(c => new { c.Id, c.Number }).ToListAsync(ct);
        var ids = cases.ConvertAll(c => c.Id);
        var (from, to, amount) = (trade.At.AddDays(-1), trade.At.AddDays(1), trade.Amount);
        var near = await db.Transactions
            .Where(t => ids.Contains(t.CaseId) && t.Amount == amount && t.Kind == TransactionKind.Sale && t.At >= from && t.At <= to)
            .Select(t => new { t.CaseId, t.At, t.HasTime, t.Amount, t.Terminal, t.Reference }).ToListAsync(ct);
        return
        [
            .. near.Where(t => Fits(trade.At, t.At, t.HasTime)).OrderBy(t => (t.At - trade.At).Duration()).Take(Most)
                .Select(t => new TradeMatch(cases.First(c => c.Id == t.CaseId).Number, t.At, t.HasTime, t.Amount, t.Terminal, t.Reference)),
        ];
    }
}
