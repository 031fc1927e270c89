using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Takes in one batch of rows. How far the import came is stored with them, so that no row is taken in twice and none is left out.</summary>
public static class StoreWatchedTrades
{
    /// <summary>Takes in one batch of rows.</summary>
    /// <param name="Id">The import.</param>
    /// <param name="From">How many rows were read before this batch.</param>
    /// <param name="Rows">How many rows it is of.</param>
    /// <param name="Good">The trades.</param>
    /// <param name="Bad">The rows that are none.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(WatchImportId Id, int From, int Rows, IReadOnlyList<TransactionFacts> Good, IReadOnlyList<BadRow> Bad) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.WatchImports.SingleOrDefaultAsync(i => i.Id == command.Id, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            // What would be deleted at once is not taken in; the counts call it known.
            var first = ForgetWatchedTrades.FirstKept(clock.GetUtcNow());
            // Two rows of one file that nothing tells apart are one trade here: a look needs no more.
            var keyed = command.Good.Where(f => f.At >= first).Select(f => (Facts: f, Key: f.KeyOf())).DistinctBy(k => k.Key).ToList();
            var keys = keyed.ConvertAll(k => k.Key);
            var there = (await db.WatchedTrades.Where(t => t.MerchantId == import.MerchantId && keys.Contains(t.Key)).Select(t => t.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var added = keyed.Where(k => !there.Contains(k.Key)).Select(k => WatchedTrade.Of(import.MerchantId, import.Id, k.Facts, k.Key)).ToList();
            var advanced = import.Advance(command.From, command.Rows, added.Count, command.Good.Count - added.Count, command.Bad);
            if (advanced.Succeeded)
            {
                db.WatchedTrades.AddRange(added);
            }

            return advanced;
        }
    }
}
