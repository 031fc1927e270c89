using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;

namespace PosCases.Insight;

/// <summary>Turns points into figures: grouped by the database, finished here.</summary>
internal static class FigureReader
{
    /// <summary>Most rows of a figure.</summary>
    public const int MostRows = 30;

    private const decimal SecondsOfHour = 3600m;
    private const decimal SecondsOfDay = 86400m;

    /// <summary>Reads a figure over its days, compared with others.</summary>
    public static async Task<FigureAnswer> ReadAsync(FigurePoints points, Figure figure, DaySpan span, DaySpan? compared, CancellationToken ct)
    {
        var now = await GroupAsync(points.Of(figure, span), figure, ct);
        var before = compared is { } other && !figure.IsNow ? await GroupAsync(points.Of(figure, other), figure, ct) : null;
        var total = Sum(now);
        var (value, was) = (
            await ValueAsync(points.Of(figure, span), figure, total, ct),
            before is null || compared is null ? null : await ValueAsync(points.Of(figure, compared.Value), figure, Sum(before), ct));
        var keys = Shown(figure, span, now);
        List<FigureRow> rows = [];
        foreach (var key in figure.Key == FigureKey.None ? [] : keys.Take(MostRows))
        {
            var group = Sum(now.Where(g => KeyOf(figure, span, g) == key));
            var earlier = figure.Key == FigureKey.Day || before is null ? null : Sum(before.Where(g => g.Key == key));
            rows.Add(new FigureRow(
                key,
                await ValueAsync(Within(points.Of(figure, span), figure, key), figure, group, ct),
                Counted(figure, group),
                earlier is null || compared is null ? null : await ValueAsync(Within(points.Of(figure, compared.Value), figure, key), figure, earlier, ct)) { Hits = group.Hits });
        }

        return new FigureAnswer(
            figure.Code, new FigureRow("", value, Counted(figure, total), was) { Hits = total.Hits }, rows, total.Count - Counted(figure, total),
            figure.Key == FigureKey.None ? 0 : Math.Max(0, keys.Count - MostRows));
    }

    /// <summary>The points that one row counts; those without a value are not counted.</summary>
    public static IQueryable<FigurePoint> Counted(IQueryable<FigurePoint> points, Figure figure) =>
        figure.Aggregate is FigureAggregate.Share or FigureAggregate.Count ? points : points.Where(p => p.Value != null);

    /// <summary>The points of one key; an empty one means those without.</summary>
    public static IQueryable<FigurePoint> Within(IQueryable<FigurePoint> points, Figure figure, string key) =>
        figure.Key == FigureKey.Day ? points : key.Length == 0 ? points.Where(p => p.Key == null) : points.Where(p => p.Key == key);

    /// <summary>The days that one row of a figure by day puts together; all of them for other figures.</summary>
    public static DaySpan DaysOf(Figure figure, DaySpan span, string key)
    {
        if (figure.Key != FigureKey.Day || !DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return span;
        }

        var last = Bucket.SizeOf(span) switch
        {
            BucketSize.Day => first,
            BucketSize.Week => Bucket.Monday(first).AddDays(6),
            _ => new DateOnly(first.Year, first.Month, 1).AddMonths(1).AddDays(-1),
        };
        return new DaySpan(first < span.From ? span.From : first, last > span.To ? span.To : last);
    }

    private static async Task<List<Group>> GroupAsync(IQueryable<FigurePoint> points, Figure figure, CancellationToken ct) => figure.Key switch
    {
        FigureKey.Day => (await points.GroupBy(p => p.On)
            .Select(g => new { g.Key, Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true), Sum = g.Sum(p => p.Value) }).ToListAsync(ct))
            .ConvertAll(g => new Group("", g.Key, g.Count, g.Known, g.Hits, g.Sum ?? 0)),
        FigureKey.None => (await points.GroupBy(p => 1)
            .Select(g => new { Sum = g.Sum(p => p.Value), Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true) }).ToListAsync(ct))
            .ConvertAll(g => new Group("", default, g.Count, g.Known, g.Hits, g.Sum ?? 0)),
        _ => (await points.GroupBy(p => p.Key)
            .Select(g => new { g.Key, Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true), Sum = g.Sum(p => p.Value) }).ToListAsync(ct))
            .ConvertAll(g => new Group(g.Key ?? "", default, g.Count, g.Known, g.Hits, g.Sum ?? 0)),
    };

    private static async Task<decimal?> ValueAsync(IQueryable<FigurePoint> points, Figure figure, Group group, CancellationToken ct) => figure.Aggregate switch
    {
        FigureAggregate.Count => group.Count,
        // Nothing adds up to nought; of what has no value nothing can be said.
        FigureAggregate.Sum => group.Known == 0 && group.Count > 0 ? null : InUnit(figure, group.Sum),
        FigureAggregate.Average => group.Known == 0 ? null : decimal.Round((decimal)group.Sum / group.Known, 2, MidpointRounding.AwayFromZero),
        FigureAggregate.Share => group.Count == 0 ? null : decimal.Round(100m * group.Hits / group.Count, 1, MidpointRounding.AwayFromZero),
        FigureAggregate.Median => await RankAsync(points, figure, group.Known, 50, ct),
        FigureAggregate.P90 => await RankAsync(points, figure, group.Known, 90, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Aggregate, null),
    };

    private static async Task<decimal?> RankAsync(IQueryable<FigurePoint> points, Figure figure, int known, int percent, CancellationToken ct)
    {
        if (known == 0)
        {
            return null;
        }

        var rank = (int)((((long)known * percent) + 99) / 100);
        var value = await points.Where(p => p.Value != null).OrderBy(p => p.Value).Skip(rank - 1).Select(p => p.Value).FirstOrDefaultAsync(ct);
        return value is { } found ? InUnit(figure, found) : null;
    }

    /// <summary>A stored value in the figure's unit: fen to yuan, seconds to hours or days.</summary>
    internal static decimal InUnit(Figure figure, long value) => figure.Unit switch
    {
        FigureUnit.Yuan => value / 100m,
        FigureUnit.Hours => decimal.Round(value / SecondsOfHour, 1, MidpointRounding.AwayFromZero),
        FigureUnit.Days when figure.Code is "side-time" or "answer-days" => decimal.Round(value / SecondsOfDay, 1, MidpointRounding.AwayFromZero),
        _ => value,
    };

    private static List<string> Shown(Figure figure, DaySpan span, List<Group> groups) => figure.Key switch
    {
        FigureKey.None => [""],
        FigureKey.Day => Bucket.StartsOf(span),
        FigureKey.Stage => InOrder(Enum.GetNames<CaseStatus>(), groups),
        FigureKey.Side => InOrder(Enum.GetNames<ClockSide>(), groups),
        FigureKey.Age => ["0-7", "8-30", "31-90", "91-180", "181-"],
        FigureKey.Stars => ["5", "4", "3", "2", "1"],
        _ => [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
    };

    private static List<string> InOrder(string[] names, List<Group> groups) => [.. names.Where(n => groups.Exists(g => g.Key == n))];

    private static string KeyOf(Figure figure, DaySpan span, Group group) => figure.Key == FigureKey.Day ? Bucket.Of(span, group.On) : group.Key;

    private static int Counted(Figure figure, Group group) => figure.Aggregate is FigureAggregate.Share or FigureAggregate.Count ? group.Count : group.Known;

    private static Group Sum(IEnumerable<Group> groups) => groups.Aggregate(
        new Group("", default, 0, 0, 0, 0), (a, b) => new Group("", default, a.Count + b.Count, a.Known + b.Known, a.Hits + b.Hits, a.Sum + b.Sum));

    private sealed record Group(string Key, DateOnly On, int Count, int Known, int Hits, long Sum);
}

/// <summary>How many days one bar of a figure by day puts together.</summary>
internal enum BucketSize
{
    Day,
    Week,
    Month,
}

/// <summary>Puts days together.</summary>
internal static class Bucket
{
    public static BucketSize SizeOf(DaySpan span) => span.Days <= 31 ? BucketSize.Day : span.Days <= 190 ? BucketSize.Week : BucketSize.Month;

    /// <summary>The first day, as ISO date, of the days that a day is put together with; the first within the span.</summary>
    public static string Of(DaySpan span, DateOnly day)
    {
        var first = SizeOf(span) switch { BucketSize.Day => day, BucketSize.Week => Monday(day), _ => new DateOnly(day.Year, day.Month, 1) };
        return (first < span.From ? span.From : first).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static List<string> StartsOf(DaySpan span) =>
        [.. Enumerable.Range(0, span.Days).Select(n => Of(span, span.From.AddDays(n))).Distinct(StringComparer.Ordinal)];

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
