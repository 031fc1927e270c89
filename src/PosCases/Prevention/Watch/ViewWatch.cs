using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Reads the watch over a merchant's trades, or one of its imports.</summary>
public static class ViewWatch
{
    private const int MostImports = 10;

    /// <summary>Reads the watch.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="After">Cursor of the page before; none for the first page.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(MerchantId? Merchant, string? After = null) : IQuery<View>;

    /// <summary>Reads one import.</summary>
    /// <param name="Id">The import.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record ImportQuery(WatchImportId Id) : IQuery<WatchImport>;

    /// <summary>The watch.</summary>
    /// <param name="Merchant">Whose.</param>
    /// <param name="MerchantName">The name.</param>
    /// <param name="Setting">What the merchant says of his trade; none before he said anything.</param>
    /// <param name="Imports">The newest imports.</param>
    /// <param name="Alerts">Alerts, the newest first.</param>
    /// <param name="Next">Cursor of the next page; none on the last one.</param>
    public sealed record View(
        MerchantId Merchant, string MerchantName, WatchSetting? Setting, IReadOnlyList<WatchImport> Imports, IReadOnlyList<TradeAlert> Alerts, string? Next);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>, IRequestHandler<ImportQuery, Result<WatchImport>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            var meant = await db.MeantAsync(actor, query.Merchant, ct);
            if (!meant.Succeeded)
            {
                return meant.Error;
            }

            var merchant = meant.Value;
            var (alerts, next) = await ListAlerts.PageAsync(db.TradeAlerts.AsNoTracking().Where(a => a.MerchantId == merchant), query.After, ct);
            return new View(
                merchant,
                await db.Merchants.Where(m => m.Id == merchant).Select(m => m.Name).SingleAsync(ct),
                await db.WatchSettings.AsNoTracking().SingleOrDefaultAsync(s => s.MerchantId == merchant, ct),
                await db.WatchImports.AsNoTracking().Where(i => i.MerchantId == merchant).OrderByDescending(i => i.At).Take(MostImports).ToListAsync(ct),
                alerts,
                next);
        }

        public async Task<Result<WatchImport>> Handle(ImportQuery query, CancellationToken ct) =>
            await db.WatchImportsOf(actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Id, ct) is { } found ? found : new NotFound("Import");
    }
}
