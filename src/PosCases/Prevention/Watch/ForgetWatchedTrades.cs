using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Retention;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>
/// Deletes trades that were looked through and are older than retention.json allows. An alert keeps what it found in figures, with its values and its
/// explanation. As long as a case of the merchant is on legal hold nothing of his goes.
/// </summary>
public static class ForgetWatchedTrades
{
    /// <summary>Kind under which retention.json says how long.</summary>
    public const string Code = "WATCHED_TRADES";

    private const int Batch = 20;
    private const int Rows = 5_000;

    /// <summary>Finds the merchants with trades whose time has ended.</summary>
    public static readonly Job Job = new(
        "forget-watched-trades",
        TimeSpan.FromMinutes(30),
        async (db, now, ct) =>
        {
            var first = FirstKept(now);
            var held = db.Set<Case>().Where(c => c.HeldAt != null);
            return await db.WatchedTrades.Where(t => t.At < first && !held.Any(c => c.MerchantId == t.MerchantId))
                .Select(t => t.MerchantId).Distinct().Take(Batch).Select(id => new Command(id)).ToListAsync(ct);
        });

    /// <summary>For how many months trades are kept.</summary>
    public static int Months => RetentionLibrary.Of(Code, null).Months;

    /// <summary>Trades before this moment are no longer kept.</summary>
    public static DateTimeOffset FirstKept(DateTimeOffset now) => now.AddMonths(-Months);

    /// <summary>Deletes a merchant's trades whose time has ended, some thousands at once; no effect while something of his is on hold.</summary>
    /// <param name="Merchant">Whose.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(MerchantId Merchant) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var first = FirstKept(clock.GetUtcNow());
            if (!await db.Set<Case>().AnyAsync(c => c.MerchantId == command.Merchant && c.HeldAt != null, ct))
            {
                var old = db.WatchedTrades.Where(t => t.MerchantId == command.Merchant && t.At < first).OrderBy(t => t.At).Take(Rows).Select(t => t.Id);
                await db.WatchedTrades.Where(t => old.Contains(t.Id)).ExecuteDeleteAsync(ct);
            }

            return Result.Ok;
        }
    }
}
