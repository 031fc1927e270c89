using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Offers articles that belong to a case.</summary>
public static class ListArticlesOfCase
{
    private const int Most = 3;

    /// <summary>Up to three articles on the causes of a case.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<IReadOnlyList<Row>>;

    /// <summary>An article.</summary>
    public sealed record Row(string Slug, string TitleZh, string TitleEn);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var causes = await db.Set<Case>().VisibleTo(actor).Where(c => c.Number == query.Number)
                .Select(c => c.Causes.Where(k => k.RemovedAt == null).Select(k => k.Code).ToList()).SingleOrDefaultAsync(ct);
            if (causes is null)
            {
                return new NotFound("Case");
            }

            if (causes.Count == 0)
            {
                return Array.Empty<Row>();
            }

            // A few hundred articles; which causes they name stands in a value that the database does not look into.
            var all = await db.ArticlesFor(actor).Select(a => new { a.Slug, a.Content.TitleZh, a.Content.TitleEn, a.Content.Causes }).ToListAsync(ct);
            return all.Select(a => (Row: new Row(a.Slug, a.TitleZh, a.TitleEn), Fits: a.Causes.Count(causes.Contains)))
                .Where(a => a.Fits > 0).OrderByDescending(a => a.Fits).ThenBy(a => a.Row.Slug, StringComparer.Ordinal).Take(Most).Select(a => a.Row).ToArray();
        }
    }
}
