using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Shows the record of a large trade.</summary>
public static class ViewLargeTrade
{
    /// <summary>Shows a version with all that belongs to the trade.</summary>
    /// <param name="Id">The version.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(LargeTradeId Id) : IQuery<View>;

    /// <summary>The record.</summary>
    /// <param name="Trade">The version.</param>
    /// <param name="MerchantName">Whose it is.</param>
    /// <param name="Versions">All versions, the newest first.</param>
    /// <param name="Photos">The photos, the oldest first.</param>
    /// <param name="Uses">Cases into which it was put.</param>
    /// <param name="OpenCases">Open cases of the merchant that do not have this version yet, the newest first.</param>
    /// <param name="Matches">Imported transactions that look like it.</param>
    public sealed record View(
        LargeTrade Trade, string MerchantName, IReadOnlyList<LargeTrade> Versions, IReadOnlyList<TradePhoto> Photos, IReadOnlyList<Use> Uses,
        IReadOnlyList<OpenCase> OpenCases, IReadOnlyList<TradeMatch> Matches)
    {
        /// <summary>Whether the reader may correct it and add photos.</summary>
        public bool MayChange { get; init; }
    }

    /// <summary>A case into which the trade was put.</summary>
    public sealed record Use(string CaseNumber, DateTimeOffset At, string ByName, LargeTradeId Version);

    /// <summary>A case into which it can be put.</summary>
    public sealed record OpenCase(CaseId Id, string Number, DateTimeOffset FiledAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>
    {
        private const int MostCases = 10;

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.LargeTradesOf(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, ct) is not { } trade)
            {
                return new NotFound(nameof(LargeTrade));
            }

            var name = await db.Set<Merchants.Merchant>().Where(m => m.Id == trade.MerchantId).Select(m => m.Name).SingleAsync(ct);
            var versions = await db.LargeTrades.AsNoTracking().Where(t => t.Series == trade.Series).OrderByDescending(t => t.Number).ToListAsync(ct);
            var photos = await db.TradePhotos.AsNoTracking().Where(p => p.Series == trade.Series).OrderBy(p => p.At).ToListAsync(ct);
            var cases = db.Cases.VisibleTo(actor);
            var uses = await db.TradeUses.Where(u => u.Series == trade.Series)
                .Join(cases, u => u.CaseId, c => c.Id, (u, c) => new { u, c.Number }).OrderBy(x => x.u.At)
                .Select(x => new Use(x.Number, x.u.At, x.u.ByName, x.u.Version)).ToListAsync(ct);
            var used = db.TradeUses.Where(u => u.Version == trade.Id);
            var open = await cases
                .Where(c => c.MerchantId == trade.MerchantId && c.Status != CaseStatus.Closed && !used.Any(u => u.CaseId == c.Id))
                .OrderByDescending(c => c.Serial).Take(MostCases).Select(c => new OpenCase(c.Id, c.Number, c.FiledAt)).ToListAsync(ct);
            return new View(trade, name, versions, photos, uses, trade.ReplacedAt is null ? open : [], await TradeMatch.OfAsync(db, trade, actor, ct))
            {
                MayChange = actor.IsMerchant && trade.ReplacedAt is null,
            };
        }
    }
}
