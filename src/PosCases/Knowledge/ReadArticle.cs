using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Rules;

namespace PosCases.Knowledge;

/// <summary>Shows an article to its readers.</summary>
public static class ReadArticle
{
    /// <summary>Shows what is published.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    [Requires(Permission.ReadKnowledge)]
    public sealed record Query(string Slug) : IQuery<View>;

    /// <summary>An article.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Number">Which version.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="PublishedAt">Published at.</param>
    /// <param name="Sources">The rules on which it rests, as they stand in the library.</param>
    /// <param name="ReadAt">When the reader opened this version first.</param>
    /// <param name="UnderstoodAt">When the reader said to have understood it.</param>
    public sealed record View(
        ArticleId Id, string Slug, int Number, ArticleContent Content, DateTimeOffset PublishedAt, IReadOnlyList<RuleCard> Sources, DateTimeOffset? ReadAt, DateTimeOffset? UnderstoodAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.ArticlesFor(actor).SingleOrDefaultAsync(a => a.Slug == query.Slug, ct) is not { } found)
            {
                return new NotFound(nameof(Article));
            }

            var codes = found.Content.Rules;
            var rules = codes.Count == 0 ? [] : await db.Set<Rule>().AsNoTracking().Where(r => codes.Contains(r.Code)).ToListAsync(ct);
            var receipt = actor.Id == Guid.Empty ? null
                : await db.ReadReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.ArticleId == found.Id && r.Number == found.Number && r.PersonId == actor.Id, ct);
            return new View(
                found.Id, found.Slug, found.Number, found.Content, found.At,
                [.. rules.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => r.Card)], receipt?.ReadAt, receipt?.UnderstoodAt);
        }
    }
}
