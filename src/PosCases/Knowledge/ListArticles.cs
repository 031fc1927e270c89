using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Lists and searches articles.</summary>
public static class ListArticles
{
    /// <summary>Most characters of a search.</summary>
    public const int LongestSearch = 60;

    private const int Most = 300;

    /// <summary>
    /// Lists what the actor may read. There are a few hundred articles at most: the database narrows them with LIKE, which finds Chinese without
    /// dividing it into words, and what is found is ranked by where it was found.
    /// </summary>
    /// <param name="Topic">Of this topic only.</param>
    /// <param name="Search">With all of these words, divided by blanks.</param>
    [Requires(Permission.ReadKnowledge)]
    public sealed record Query(ArticleTopic? Topic = null, string? Search = null) : IQuery<IReadOnlyList<Row>>;

    /// <summary>The articles that the actor must read and has not understood in their present version.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record DueQuery : IQuery<IReadOnlyList<Row>>;

    /// <summary>An article.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="IsDue">Whether the reader must read it and has not said yet to have understood this version.</param>
    public sealed record Row(string Slug, ArticleContent Content, bool IsDue);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Search).MaximumLength(LongestSearch);
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>, IRequestHandler<DueQuery, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var articles = db.ArticlesFor(actor);
            if (query.Topic is { } topic)
            {
                articles = articles.Where(a => a.Content.Topic == topic);
            }

            var words = ArticleRank.WordsOf(query.Search);
            foreach (var word in words)
            {
                var like = Like.Containing(word);
                articles = articles.Where(a =>
                    EF.Functions.Like(a.Content.TitleZh, like, Like.Escape) || EF.Functions.Like(a.Content.TitleEn, like, Like.Escape)
                    || EF.Functions.Like(a.Content.SummaryZh, like, Like.Escape) || EF.Functions.Like(a.Content.SummaryEn, like, Like.Escape)
                    || EF.Functions.Like(a.Content.BodyZh, like, Like.Escape) || EF.Functions.Like(a.Content.BodyEn, like, Like.Escape));
            }

            return await RowsAsync(articles, found => words.Count == 0 ? 0 : -ArticleRank.Of(found, words), ct);
        }

        public async Task<Result<IReadOnlyList<Row>>> Handle(DueQuery query, CancellationToken ct)
        {
            var must = await RowsAsync(db.ArticlesFor(actor).Where(a => a.Content.MustRead), _ => 0, ct);
            return must.Value.Where(r => r.IsDue).ToList();
        }

        private async Task<Result<IReadOnlyList<Row>>> RowsAsync(IQueryable<PublishedArticle> articles, Func<ArticleContent, int> order, CancellationToken ct)
        {
            var found = await articles.OrderBy(a => a.Slug).Take(Most).ToListAsync(ct);
            var understood = actor.Id == Guid.Empty ? []
                : (await db.ReadReceipts.Where(r => r.PersonId == actor.Id && r.UnderstoodAt != null).Select(r => new { r.ArticleId, r.Number }).ToListAsync(ct))
                    .Select(r => (r.ArticleId, r.Number)).ToHashSet();
            return found
                .OrderBy(a => order(a.Content)).ThenBy(a => a.Content.Topic).ThenBy(a => a.Slug, StringComparer.Ordinal)
                .Select(a => new Row(a.Slug, a.Content, a.Content.MustRead && actor.Id != Guid.Empty && !understood.Contains((a.Id, a.Number))))
                .ToList();
        }
    }
}

/// <summary>Ranks what a search found: a word in the title weighs most, then in the summary, then in the text.</summary>
public static class ArticleRank
{
    private const int MostWords = 6;

    /// <summary>The words of a search.</summary>
    public static IReadOnlyList<string> WordsOf(string? search) =>
        [.. (search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];

    /// <summary>The weight of an article; the higher, the earlier it is shown.</summary>
    public static int Of(ArticleContent content, IReadOnlyList<string> words) => words.Sum(word =>
        Weight(100, word, content.TitleZh, content.TitleEn) + Weight(20, word, content.SummaryZh, content.SummaryEn) + Math.Min(10, Count(content.BodyZh, word) + Count(content.BodyEn, word)));

    private static int Weight(int weight, string word, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return weight;
            }
        }

        return 0;
    }

    private static int Count(string text, string word)
    {
        var (count, at) = (0, text.IndexOf(word, StringComparison.OrdinalIgnoreCase));
        while (at >= 0)
        {
            (count, at) = (count + 1, text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase));
        }

        return count;
    }
}
