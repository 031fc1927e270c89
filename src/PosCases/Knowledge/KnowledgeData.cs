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
        var trained = await db.TrainingRecords.AsNoTracking().Where(t => t.MerchantId == id).OrderBy(t => t.On)
            .Select(t => new { t.Who, t.Role, t.Topic, t.ArticleNumber, t.On, t.ValidUntil, t.Score, t.OutOf, t.Note, t.ByName, t.At }).ToListAsync(ct);
        return new MerchantShare("Knowledge", new { Articles = read, Training = trained }, []);
    }
}
