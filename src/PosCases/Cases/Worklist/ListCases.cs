using System.Globalization;
using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Search;
using PosCases.Cases.Tags;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>What a list is sorted by.</summary>
public enum CaseSort
{
    /// <summary>By when somebody must act; earliest first.</summary>
    Due,

    /// <summary>By filing; newest first.</summary>
    Newest,

    /// <summary>By filing; oldest first.</summary>
    Oldest,

    /// <summary>By amount; largest first.</summary>
    Amount,

    /// <summary>By priority, and of the same priority by when somebody must act.</summary>
    Priority,
}

/// <summary>Lists the cases within one's scope, page by page. A page starts behind the last row of the one before, so that rows which arrive meanwhile shift nothing.</summary>
public static class ListCases
{
    /// <summary>Most rows of one page.</summary>
    public const int LargestPage = 100;

    /// <summary>Most places, with the words that a list is narrowed by, that are looked at.</summary>
    public const int MostPlaces = 5000;

    /// <summary>Lists the cases within one's scope.</summary>
    /// <param name="View">Which part of the work.</param>
    /// <param name="Filter">What it is narrowed to.</param>
    /// <param name="Sort">What it is sorted by.</param>
    /// <param name="After">Cursor of the page before; none for the first page.</param>
    /// <param name="Size">Rows, 1 to 100.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(WorkView View, CaseFilter Filter, CaseSort Sort = CaseSort.Due, string? After = null, int Size = 50) : IQuery<Page>;

    /// <summary>Most rows that are looked at again at once.</summary>
    public const int MostAgain = 200;

    /// <summary>Looks at some cases again: a list that is open follows what others change without being read anew.</summary>
    /// <param name="Topics">What changed, cases or not, at most <see cref="MostAgain"/>; further ones are left out.</param>
    /// <param name="View">Which part of the work the list shows.</param>
    /// <param name="Filter">What it is narrowed to.</param>
    [Requires(Permission.ViewCases)]
    public sealed record AgainQuery(IReadOnlyList<Guid> Topics, WorkView View, CaseFilter Filter) : IQuery<Again>;

    /// <summary>What became of the cases that were asked for.</summary>
    /// <param name="Rows">Those that exist for the reader, as they are now.</param>
    /// <param name="Belonging">Those that belong to the list now.</param>
    public sealed record Again(IReadOnlyList<CaseSummary> Rows, IReadOnlySet<CaseId> Belonging);

    /// <summary>Most rows of one page of an export.</summary>
    public const int LargestExport = 1000;

    /// <summary>Reads a page of a list that is taken out as a file; its rows are larger, its right another.</summary>
    /// <param name="View">Which part of the work.</param>
    /// <param name="Filter">What it is narrowed to.</param>
    /// <param name="Sort">What it is sorted by.</param>
    /// <param name="After">Cursor of the page before; none for the first page.</param>
    /// <param name="Size">Rows, 1 to 1000.</param>
    [Requires(Permission.ExportCases)]
    public sealed record ExportQuery(WorkView View, CaseFilter Filter, CaseSort Sort, string? After = null, int Size = LargestExport) : IQuery<Page>;

    /// <summary>Where counting stops: as many or more.</summary>
    public const int MostCounted = 1000;

    /// <summary>Counts the cases of every view, up to <see cref="MostCounted"/>: no count reads more of an index than that.</summary>
    [Requires(Permission.ViewCases)]
    public sealed record CountQuery : IQuery<IReadOnlyDictionary<WorkView, int>>;

    /// <summary>One page.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="Next">Cursor of the next page; none on the last one.</param>
    public sealed record Page(IReadOnlyList<CaseSummary> Rows, string? Next)
    {
        /// <summary>Whether the words stand in more than <see cref="MostPlaces"/> places, of which those changed last were taken.</summary>
        public bool IsCut { get; init; }
    }

    /// <summary>Whether a text is a cursor as pages give it.</summary>
    public static bool IsCursor(string text) => Cursor.Parse(text) is not null;

    internal sealed class Handler(AppDb db, Actor actor, SearchIndex index, TimeProvider clock) :
        IRequestHandler<Query, Result<Page>>, IRequestHandler<ExportQuery, Result<Page>>, IRequestHandler<AgainQuery, Result<Again>>,
        IRequestHandler<CountQuery, Result<IReadOnlyDictionary<WorkView, int>>>
    {
        public Task<Result<Page>> Handle(ExportQuery query, CancellationToken ct) =>
            PageAsync(new Query(query.View, query.Filter, query.Sort, query.After), Math.Clamp(query.Size, 1, LargestExport), ct);

        public Task<Result<Page>> Handle(Query query, CancellationToken ct) => PageAsync(query, Math.Clamp(query.Size, 1, LargestPage), ct);

        private async Task<Result<Page>> PageAsync(Query query, int size, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var cases = db.Cases.AsNoTracking().VisibleTo(actor);
            var isCut = false;
            if (!string.IsNullOrWhiteSpace(query.Filter.Text))
            {
                (var found, isCut) = await FindAsync(query.Filter.Text, ct);
                cases = cases.Among(found);
            }
            else if (await db.FewAsync(query.Filter, CaseFilters.MostFew, ct) is { } few)
            {
                cases = cases.Among(few);
            }

            cases = cases.In(query.View, actor, now).Matching(query.Filter, db, actor, now);
            if (query.After is not null && Cursor.Parse(query.After) is { } cursor)
            {
                cases = cases.Where(Behind(query.Sort, cursor));
            }

            cases = query.Sort switch
            {
                CaseSort.Due => cases.OrderBy(c => c.DueAt).ThenBy(c => c.Serial),
                CaseSort.Newest => cases.OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Serial),
                CaseSort.Oldest => cases.OrderBy(c => c.FiledAt).ThenBy(c => c.Serial),
                CaseSort.Amount => cases.OrderByDescending(c => c.AmountOrder).ThenByDescending(c => c.Serial),
                CaseSort.Priority => cases.OrderBy(c => c.WorkOrder).ThenBy(c => c.Serial),
                _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, null),
            };
            var rows = await cases.Take(size + 1).ToSummaries(db, now).ToListAsync(ct);
            var next = rows.Count > size ? Cursor.Of(query.Sort, rows[size - 1]).ToString() : null;
            return new Page(InOrder(await ForReaderAsync([.. rows.Take(size)], ct), query.Sort), next) { IsCut = isCut };
        }

        public async Task<Result<Again>> Handle(AgainQuery query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var ids = query.Topics.Take(MostAgain).Select(id => new CaseId(id)).ToList();
            var cases = db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id));
            var rows = await cases.ToSummaries(db, now).ToListAsync(ct);
            var belonging = await cases.In(query.View, actor, now).Matching(query.Filter, db, actor, now).Select(c => c.Id).ToListAsync(ct);
            if (!string.IsNullOrWhiteSpace(query.Filter.Text))
            {
                belonging = [.. belonging.Intersect((await FindAsync(query.Filter.Text, ct)).Found)];
            }

            return new Again(await ForReaderAsync(rows, ct), belonging.ToHashSet());
        }

        public async Task<Result<IReadOnlyDictionary<WorkView, int>>> Handle(CountQuery query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            Dictionary<WorkView, int> counts = [];
            foreach (var view in Enum.GetValues<WorkView>())
            {
                counts[view] = await CountAsync(view, now, restricted: true, ct);
            }

            return counts;
        }

        private async Task<IReadOnlyList<CaseSummary>> ForReaderAsync(List<CaseSummary> rows, CancellationToken ct)
        {
            var ids = rows.ConvertAll(r => r.Id);
            var tags = actor.IsDesk && ids.Count > 0
                ? (await db.Set<CaseTag>().Where(t => ids.Contains(t.CaseId) && t.IsOn).Select(t => new { t.CaseId, t.Text }).ToListAsync(ct)).ToLookup(t => t.CaseId, t => t.Text)
                : null;
            return rows.ConvertAll(r => r with { Reader = actor, TagLine = tags is null ? "" : string.Join('\n', tags[r.Id].Order(StringComparer.Ordinal)) });
        }

        private async Task<(List<CaseId> Found, bool IsCut)> FindAsync(string text, CancellationToken ct)
        {
            if (SearchTerms.Parse(text) is not { } terms || !(actor.IsDesk || actor.Merchant is not null))
            {
                return ([], false);
            }

            await index.ModeAsync(db, ct);
            var places = await index.Find(db, terms, actor.IsDesk ? null : new MerchantId(actor.Merchant!.Value), MostPlaces).Select(e => e.CaseId).ToListAsync(ct);
            return ([.. places.OfType<CaseId>().Distinct()], places.Count == MostPlaces);
        }

        // Apart, because the many that are open are counted in the index alone and only the few restricted ones are looked up. These are taken
        // first and looked through then: with what the view asks for beside it, the engine would walk all of the view to find them. That it is a
        // parameter is what makes the index of restricted cases fit.
        private async Task<int> CountAsync(WorkView view, DateTimeOffset now, bool restricted, CancellationToken ct)
        {
            var visible = db.Cases.VisibleTo(actor);
            var shown = view == WorkView.All ? visible.OrderBy(c => c.WorkOrder).ThenBy(c => c.Serial) : visible.In(view, actor, now);
            var open = await shown.Where(c => !c.IsRestricted).Take(MostCounted).CountAsync(ct);
            return open >= MostCounted ? MostCounted : Math.Min(
                MostCounted, open + await visible.Where(c => c.IsRestricted == restricted).Take(int.MaxValue).In(view, actor, now).Take(MostCounted).CountAsync(ct));
        }

        // The database may forget the order when it joins names to a page of rows.
        private static IReadOnlyList<CaseSummary> InOrder(IEnumerable<CaseSummary> rows, CaseSort sort) => sort switch
        {
            CaseSort.Due => [.. rows.OrderBy(r => r.Facts.DueAt).ThenBy(r => r.Serial)],
            CaseSort.Newest => [.. rows.OrderByDescending(r => r.FiledAt).ThenByDescending(r => r.Serial)],
            CaseSort.Oldest => [.. rows.OrderBy(r => r.FiledAt).ThenBy(r => r.Serial)],
            CaseSort.Amount => [.. rows.OrderByDescending(r => r.Amount ?? 0m).ThenByDescending(r => r.Serial)],
            CaseSort.Priority => [.. rows.OrderBy(r => r.WorkOrder).ThenBy(r => r.Serial)],
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };

        // Said as a range first, so that the index is entered where the page begins, however deep it lies.
        private static Expression<Func<Case, bool>> Behind(CaseSort sort, Cursor cursor)
        {
            var key = cursor.Key;
            var at = new DateTimeOffset(sort is CaseSort.Amount or CaseSort.Priority ? 0 : key, TimeSpan.Zero);
            var amount = sort == CaseSort.Amount ? key / 100m : 0m;
            return sort switch
            {
                CaseSort.Due => c => c.DueAt >= at && (c.DueAt > at || c.Serial > cursor.Serial),
                CaseSort.Newest => c => c.FiledAt <= at && (c.FiledAt < at || c.Serial < cursor.Serial),
                CaseSort.Oldest => c => c.FiledAt >= at && (c.FiledAt > at || c.Serial > cursor.Serial),
                CaseSort.Amount => c => c.AmountOrder <= amount && (c.AmountOrder < amount || c.Serial < cursor.Serial),
                CaseSort.Priority => c => c.WorkOrder >= key && (c.WorkOrder > key || c.Serial > cursor.Serial),
                _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
            };
        }
    }

    private sealed record Cursor(long Key, long Serial)
    {
        public static Cursor Of(CaseSort sort, CaseSummary row) => new(
            sort switch
            {
                CaseSort.Due => row.Facts.DueAt.UtcTicks,
                CaseSort.Newest or CaseSort.Oldest => row.FiledAt.UtcTicks,
                CaseSort.Amount => (long)((row.Amount ?? 0m) * 100m),
                CaseSort.Priority => row.WorkOrder,
                _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
            },
            row.Serial);

        public static Cursor? Parse(string text) =>
            text.Split('-') is [var key, var serial]
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k <= DateTime.MaxValue.Ticks
            && long.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
                ? new Cursor(k, s)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}-{Serial}");
    }
}
