using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Shows articles to those who write and publish them.</summary>
public static class ManageArticles
{
    /// <summary>All articles with their drafts and how many read them.</summary>
    [Requires(Permission.ManageKnowledge)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One article with its versions and readers.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    [Requires(Permission.ManageKnowledge)]
    public sealed record OneQuery(string Slug) : IQuery<View>;

    /// <summary>An article.</summary>
    /// <param name="Article">It, with its versions.</param>
    /// <param name="Merchants">How many merchants' people understood the present version.</param>
    /// <param name="Staff">How many of ours did.</param>
    public sealed record Row(Article Article, int Merchants, int Staff);

    /// <summary>An article and its readers.</summary>
    /// <param name="Article">It, with its versions.</param>
    /// <param name="Staff">Our people, by name, for an article that they may read.</param>
    /// <param name="Merchants">How many merchants have somebody who read the present version.</param>
    /// <param name="MerchantPeople">How many of their people did.</param>
    public sealed record View(Article Article, IReadOnlyList<Reader> Staff, int Merchants, int MerchantPeople)
    {
        /// <summary>Whether the reader of this page may publish the draft: somebody else wrote it.</summary>
        public bool MayPublish { get; init; }
    }

    /// <summary>One of ours.</summary>
    public sealed record Reader(string Name, DateTimeOffset? ReadAt, DateTimeOffset? UnderstoodAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>, IRequestHandler<OneQuery, Result<View>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var articles = await db.Articles.AsNoTracking().Include(a => a.Versions).OrderBy(a => a.Slug).ToListAsync(ct);
            var counts = await db.ReadReceipts.Where(r => r.UnderstoodAt != null).GroupBy(r => new { r.ArticleId, r.Number, IsMerchant = r.Merchant != null })
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            return articles.ConvertAll(a => new Row(a, Count(a, true), Count(a, false)));

            int Count(Article article, bool ofMerchants) =>
                counts.Find(c => c.Key.ArticleId == article.Id && c.Key.Number == article.PublishedNumber && c.Key.IsMerchant == ofMerchants)?.Count ?? 0;
        }

        public async Task<Result<View>> Handle(OneQuery query, CancellationToken ct)
        {
            if (await db.Articles.AsNoTracking().Include(a => a.Versions).SingleOrDefaultAsync(a => a.Slug == query.Slug, ct) is not { } found)
            {
                return new NotFound(nameof(Article));
            }

            var receipts = db.ReadReceipts.Where(r => r.ArticleId == found.Id && r.Number == found.PublishedNumber);
            var read = await receipts.Where(r => r.Merchant == null).ToDictionaryAsync(r => r.PersonId, ct);
            var staff = await db.Set<Person>().Where(p => p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor)).OrderBy(p => p.DisplayName)
                .Select(p => new { p.Id, p.DisplayName }).ToListAsync(ct);
            return new View(
                found,
                staff.ConvertAll(p => new Reader(p.DisplayName, read.GetValueOrDefault(p.Id)?.ReadAt, read.GetValueOrDefault(p.Id)?.UnderstoodAt)),
                await receipts.Where(r => r.Merchant != null).Select(r => r.Merchant).Distinct().CountAsync(ct),
                await receipts.CountAsync(r => r.Merchant != null, ct))
            {
                MayPublish = found.Draft is { } draft && draft.WriterId != actor.Id,
            };
        }
    }
}
