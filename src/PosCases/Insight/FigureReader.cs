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
        var keys = Shown(figure, span, now);
        List<FigureRow> rows = [];
        foreach (var key in figure.Key == FigureKey.None ? [] : keys.Take(MostRows))
        {
            var group = Sum(now.Where(g => KeyOf(figure, span, g) == key));
            var earlier = figure.Key == FigureKey.Day || before is null ? null : Sum(before.Where(g => g.Key == key));
            rows.Add(new FigureRow(key, ValueOf(figure, group), Counted(figure, group), earlier is null ? null : ValueOf(figure, earlier)) { Hits = group.Hits });
        }

        return new FigureAnswer(
            figure.Code, new FigureRow("", ValueOf(figure, total), Counted(figure, total), before is null ? null : ValueOf(figure, Sum(before))) { Hits = total.Hits }, rows,
            total.Count - Counted(figure, total), figure.Key == FigureKey.None ? 0 : Math.Max(0, keys.Count - MostRows));
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

    private static async Task<List<Group>> GroupAsync(IQueryable<FigurePoint> points, Figure figure, CancellationToken ct)
    {
        if (figure.Aggregate is FigureAggregate.Median or FigureAggregate.P90)
        {
            return await RanksAsync(points, figure, ct);
        }

        return figure.Key switch
        {
            FigureKey.Day => (await points.GroupBy(p => p.On)
                .Select(g => new { g.Key, Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true), Sum = g.Sum(p => p.Value) }).ToListAsync(ct))
                .ConvertAll(g => new Group("", g.Key, g.Count, g.Known, g.Hits, g.Sum ?? 0, [])),
            FigureKey.None => (await points.GroupBy(p => 1)
                .Select(g => new { Sum = g.Sum(p => p.Value), Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true) }).ToListAsync(ct))
                .ConvertAll(g => new Group("", default, g.Count, g.Known, g.Hits, g.Sum ?? 0, [])),
            _ => (await points.GroupBy(p => p.Key)
                .Select(g => new { g.Key, Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true), Sum = g.Sum(p => p.Value) }).ToListAsync(ct))
                .ConvertAll(g => new Group(g.Key ?? "", default, g.Count, g.Known, g.Hits, g.Sum ?? 0, [])),
        };
    }

    // How often each value comes, as finely as it is shown: what stands at a rank is the same whether it is rounded before or after, and one look at
    // the index answers for every key and every rank.
    private static async Task<List<Group>> RanksAsync(IQueryable<FigurePoint> points, Figure figure, CancellationToken ct)
    {
        var (step, half) = (StepOf(figure), StepOf(figure) / 2);
        var counted = figure.Key == FigureKey.None
            ? await points.GroupBy(p => (p.Value + half) / step).Select(g => new Step { Value = g.Key, Count = g.Count() }).ToListAsync(ct)
            : await points.GroupBy(p => new { p.Key, Value = (p.Value + half) / step }).Select(g => new Step { Key = g.Key.Key, Value = g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        return [.. counted.GroupBy(s => s.Key ?? "", StringComparer.Ordinal).Select(g => new Group(
            g.Key, default, g.Sum(s => s.Count), g.Where(s => s.Value is not null).Sum(s => s.Count), 0, 0, [.. g.Where(s => s.Value is not null).Select(s => (s.Value!.Value, s.Count))]))];
    }

    private static decimal? ValueOf(Figure figure, Group group) => figure.Aggregate switch
    {
        FigureAggregate.Count => group.Count,
        // Nothing adds up to nought; of what has no value nothing can be said.
        FigureAggregate.Sum => group.Known == 0 && group.Count > 0 ? null : InUnit(figure, group.Sum),
        FigureAggregate.Average => group.Known == 0 ? null : decimal.Round((decimal)group.Sum / group.Known, 2, MidpointRounding.AwayFromZero),
        FigureAggregate.Share => group.Count == 0 ? null : decimal.Round(100m * group.Hits / group.Count, 1, MidpointRounding.AwayFromZero),
        FigureAggregate.Median => AtRank(figure, group, 50),
        FigureAggregate.P90 => AtRank(figure, group, 90),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Aggregate, null),
    };

    private static decimal? AtRank(Figure figure, Group group, int percent)
    {
        var left = (((long)group.Known * percent) + 99) / 100;
        foreach (var (value, count) in group.Values.OrderBy(v => v.Value))
        {
            left -= count;
            if (left <= 0)
            {
                return StepOf(figure) == 1 ? value : value / 10m;
            }
        }

        return null;
    }

    // A tenth of an hour or of a day in seconds; whole days are as fine as they are stored.
    private static long StepOf(Figure figure) => figure.Unit == FigureUnit.Hours ? 360 : figure.Code == "answer-days" ? 8640 : 1;

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
        new Group("", default, 0, 0, 0, 0, []), (a, b) => new Group("", default, a.Count + b.Count, a.Known + b.Known, a.Hits + b.Hits, a.Sum + b.Sum, [.. a.Values, .. b.Values]));

    private sealed record Group(string Key, DateOnly On, int Count, int Known, int Hits, long Sum, List<(long Value, int Count)> Values);

    private sealed class Step
    {
        public string? Key { get; init; }

        public long? Value { get; init; }

        public int Count { get; init; }
    }
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
