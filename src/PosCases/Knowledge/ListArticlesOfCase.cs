using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Offers articles that belong to a case.</summary>
public static class ListArticlesOfCase
{
    private const int Most = 3;

    /// <summary>Up to three articles on the causes of a case and on the measures of its after-care.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<IReadOnlyList<Row>>;

    /// <summary>Up to three articles on a measure of after-care.</summary>
    /// <param name="Measure">Code of the measure.</param>
    [Requires(Permission.ReadKnowledge)]
    public sealed record OfMeasureQuery(string Measure) : IQuery<IReadOnlyList<Row>>;

    /// <summary>An article.</summary>
    public sealed record Row(string Slug, string TitleZh, string TitleEn);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>, IRequestHandler<OfMeasureQuery, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Set<Case>().VisibleTo(actor).Where(c => c.Number == query.Number)
                .Select(c => new { c.Id, Causes = c.Causes.Where(k => k.RemovedAt == null).Select(k => k.Code).ToList() }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            var measures = await db.TasksFor(actor).Where(t => t.CaseId == found.Id && t.State != CareTaskState.Dropped).Select(t => t.Code).Distinct().ToListAsync(ct);
            return await FindAsync(found.Causes, measures, ct);
        }

        public Task<Result<IReadOnlyList<Row>>> Handle(OfMeasureQuery query, CancellationToken ct) => FindAsync([], [query.Measure], ct);

        // What is said of its causes fits a case more closely than what is said of a measure, which stands in many plans.
        private async Task<Result<IReadOnlyList<Row>>> FindAsync(List<string> causes, List<string> measures, CancellationToken ct)
        {
            if (causes.Count + measures.Count == 0)
            {
                return Array.Empty<Row>();
            }

            // A few hundred articles; which causes and measures they name stands in a value that the database does not look into.
            var all = await db.ArticlesFor(actor).Select(a => new { a.Slug, a.Content.TitleZh, a.Content.TitleEn, a.Content.Causes, a.Content.Measures }).ToListAsync(ct);
            return all.Select(a => (Row: new Row(a.Slug, a.TitleZh, a.TitleEn), Fits: (2 * a.Causes.Count(causes.Contains)) + a.Measures.Count(measures.Contains)))
                .Where(a => a.Fits > 0).OrderByDescending(a => a.Fits).ThenBy(a => a.Row.Slug, StringComparer.Ordinal).Take(Most).Select(a => a.Row).ToArray();
        }
    }
}
