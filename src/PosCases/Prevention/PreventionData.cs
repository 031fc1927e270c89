using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Retention;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Readiness;
using PosCases.Prevention.Watch;

namespace PosCases.Prevention;

/// <summary>What precautions keep of a merchant, handed out with the rest of his data; whoever exports was found to be allowed to.</summary>
internal sealed class PreventionData(AppDb db) : IMerchantData
{
    public async Task<MerchantShare> OfAsync(MerchantId id, CancellationToken ct)
    {
        var trades = await db.LargeTrades.AsNoTracking().Where(t => t.MerchantId == id).OrderBy(t => t.At).ThenBy(t => t.Number).ToListAsync(ct);
        var photos = await db.TradePhotos.AsNoTracking().Include(p => p.Stored).Where(p => p.MerchantId == id).OrderBy(p => p.At).ToListAsync(ct);
        var threshold = await db.TradeThresholds.AsNoTracking().SingleOrDefaultAsync(t => t.MerchantId == id, ct);
        var channels = await db.Set<BackupChannel>().AsNoTracking().Where(c => c.MerchantId == id).OrderBy(c => c.AddedAt).ToListAsync(ct);
        var plans = await db.Set<ContingencyPlan>().AsNoTracking().Where(p => p.MerchantId == id).OrderBy(p => p.Number).ToListAsync(ct);
        var data = new
        {
            LargeTrades = trades.Select(t => new
            {
                t.Series,
                t.Number,
                t.Amount,
                t.At,
                t.Goods,
                t.Buyer,
                Checks = t.Checks.Select(c => $"{c}"),
                t.Purpose,
                Delivery = $"{t.Delivery}",
                t.DeliveryNote,
                t.Staff,
                t.Note,
                t.Correction,
                t.ByName,
                t.RecordedAt,
            }),
            TradePhotos = photos.Select(p => new { p.Series, Kind = $"{p.Kind}", p.FileName, p.ContentType, p.Size, p.Sha256, p.ByName, p.At }),
            Threshold = threshold?.Amount,
            BackupChannels = channels.Select(c => new { Kind = $"{c.Kind}", c.InstitutionName, c.Note, c.Tests, c.NextTestOn, c.AddedAt, c.EndedAt }),
            ContingencyPlans = plans.Select(p => new { p.Number, p.Parts, p.ByName, p.At }),
            Watch = await WatchAsync(id, ct),
        };
        return new MerchantShare(
            "Precautions", data,
            [.. photos.Where(p => p.Stored is { MayBeRead: true }).Select((p, at) => new ExportedFile($"trades/{at + 1:000} {p.FileName}", p.Opened))]);
    }

    private async Task<object> WatchAsync(MerchantId id, CancellationToken ct)
    {
        var alerts = await db.TradeAlerts.AsNoTracking().Where(a => a.MerchantId == id).OrderBy(a => a.Seq).ToListAsync(ct);
        var trades = await db.WatchedTrades.AsNoTracking().Where(t => t.MerchantId == id).OrderBy(t => t.At)
            .Select(t => new { t.At, t.Amount, t.Kind, t.State, t.Card, t.Reference, t.Terminal }).ToListAsync(ct);
        var imports = await db.WatchImports.AsNoTracking().Where(i => i.MerchantId == id).OrderBy(i => i.At).Select(i => new { i.FileName, i.At, i.ByName, i.State, i.Good, i.Bad }).ToListAsync(ct);
        return new
        {
            Alerts = alerts.Select(a => new
            {
                a.Signal,
                Level = $"{a.Level}",
                State = $"{a.State}",
                a.RaisedAt,
                a.Found.Count,
                a.Found.Figures,
                a.Values,
                a.Note,
                a.SeenByName,
                a.SeenAt,
                a.ExplainedByName,
                a.ExplainedAt,
                a.ResolvedByName,
                a.ResolvedAt,
            }),
            Imports = imports.Select(i => new { i.FileName, i.At, i.ByName, State = $"{i.State}", i.Good, i.Bad }),
            Trades = trades.Select(t => new { t.At, t.Amount, Kind = $"{t.Kind}", State = $"{t.State}", t.Card, t.Reference, t.Terminal }),
        };
    }
}
