using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Retention;
using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Knowledge;

/// <summary>What a merchant's people read and were trained on, handed out with the rest of his data.</summary>
internal sealed class KnowledgeData(AppDb db) : IMerchantData
{
    public async Task<MerchantShare> OfAsync(MerchantId id, CancellationToken ct)
    {
        var merchant = (Guid?)id.Value;
        var read = await (
            from receipt in db.ReadReceipts
            where receipt.Merchant == merchant
            join article in db.Articles on receipt.ArticleId equals article.Id
            orderby receipt.ReadAt
            select new { article.Slug, receipt.Number, receipt.Name, receipt.ReadAt, receipt.UnderstoodAt }).ToListAsync(ct);
        var records = await db.TrainingRecords.AsNoTracking().Where(t => t.MerchantId == id).OrderBy(t => t.On).ToListAsync(ct);
        var ids = records.ConvertAll(t => t.Id);
        var sheets = await db.TrainingSheets.AsNoTracking().Include(s => s.Stored).Where(s => ids.Contains(s.RecordId) && s.EndedAt == null).OrderBy(s => s.At).ToListAsync(ct);
        var trained = records.ConvertAll(t => new
        {
            t.Who,
            t.Role,
            t.Topic,
            t.ArticleNumber,
            t.On,
            t.ValidUntil,
            t.Score,
            t.OutOf,
            t.Note,
            t.ByName,
            t.At,
            Papers = sheets.Where(s => s.RecordId == t.Id).Select(s => new { s.FileName, s.ContentType, s.Size, s.Sha256, s.ByName, s.At }),
        });
        return new MerchantShare(
            "Knowledge", new { Articles = read, Training = trained },
            [.. sheets.Where(s => s.Stored is { MayBeRead: true }).Select((s, at) => new ExportedFile($"training/{at + 1:000} {s.FileName}", s.Opened))]);
    }
}
