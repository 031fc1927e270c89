using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Retention;

/// <summary>The closed cases of which papers may be erased, and those on hold.</summary>
public static class ListRetention
{
    private const int PageSize = 50;

    /// <summary>Reads them, the longest closed first.</summary>
    /// <param name="Held">Those on hold, instead of those that are due.</param>
    /// <param name="Page">Page, from 1.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(bool Held, int Page = 1) : IQuery<Page<Row>>;

    /// <summary>A case with papers.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Merchant">Name of the merchant.</param>
    /// <param name="ClosedAt">When it was closed.</param>
    /// <param name="Due">Papers and imported lists of transactions that may be erased now.</param>
    /// <param name="Papers">Those that are still kept.</param>
    /// <param name="NextOn">When the first of the others may be.</param>
    /// <param name="HoldReason">Why it is on hold.</param>
    public sealed record Row(
        CaseId Id, string Number, Guid Version, string Merchant, DateTimeOffset? ClosedAt, int Due, int Papers, DateOnly? NextOn, string? HoldReason);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Page<Row>>>
    {
        public async Task<Result<Page<Row>>> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var since = now.AddMonths(-RetentionLibrary.Shortest);
            var files = db.Set<VaultFile>().Where(f => f.ErasedAt == null);
            var imports = db.Set<TransactionImport>().Where(i => i.ErasedAt == null);
            var cases = query.Held
                ? db.Cases.VisibleTo(actor).Where(c => c.HeldAt != null)
                : db.Cases.VisibleTo(actor).Where(c => c.HeldAt == null && c.ClosedAt != null && c.ClosedAt <= since
                    && (c.Evidence.Any(i => files.Any(f => f.Name == i.StorageKey)) || imports.Any(i => i.CaseId == c.Id)));
            var page = await cases.OrderBy(c => c.ClosedAt).ThenBy(c => c.Id).Select(c => c.Id).ToPageAsync(Math.Max(1, query.Page), PageSize, ct);
            var ids = page.Items;
            var found = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Include(c => c.Evidence).ToListAsync(ct);
            var keys = found.SelectMany(c => c.Evidence).Select(i => i.StorageKey).ToList();
            var kept = (await files.Where(f => keys.Contains(f.Name)).Select(f => f.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var owners = found.Select(c => c.MerchantId).ToList();
            var merchants = await db.Set<Merchant>().Where(m => owners.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
            var lists = await imports.Where(i => ids.Contains(i.CaseId)).GroupBy(i => i.CaseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var today = ShanghaiTime.DateOf(now);
            return new Page<Row>(
                [.. ids.Select(id => found.Single(c => c.Id == id)).Select(c => RowOf(c, merchants[c.MerchantId], [.. c.Evidence.Where(i => kept.Contains(i.StorageKey))], lists.GetValueOrDefault(c.Id), today))],
                page.Total, page.Number, page.Size);
        }

        private static Row RowOf(Case found, string merchant, IReadOnlyList<EvidenceItem> papers, int imports, DateOnly today)
        {
            List<DateOnly?> dates = [.. papers.Select(i => RetentionLibrary.DueOn(i, found)), .. Enumerable.Repeat(RetentionLibrary.TransactionsDueOn(found), imports)];
            return new Row(
                found.Id, found.Number, found.Version, merchant, found.ClosedAt, dates.Count(d => d <= today), dates.Count, dates.Where(d => d > today).Min(), found.HoldReason);
        }
    }
}
