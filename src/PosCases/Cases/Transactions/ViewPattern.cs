using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Into what the pattern is divided.</summary>
public enum PatternStep
{
    /// <summary>按天.</summary>
    Day,

    /// <summary>按小时.</summary>
    Hour,
}

/// <summary>Reads how much was taken in around the freeze, day by day or hour by hour.</summary>
public static class ViewPattern
{
    /// <summary>Days shown before the freeze, and after it.</summary>
    public const int DaysBefore = 45;

    /// <summary>Days shown after the freeze.</summary>
    public const int DaysAfter = 15;

    /// <summary>Reads the pattern.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="Step">Into what it is divided: days around the freeze, or the hours of the day before and the day itself.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number, PatternStep Step) : IQuery<View>;

    /// <summary>The pattern.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">Into what it is divided.</param>
    /// <param name="Bars">One for each step, those without a sale included; empty without transactions.</param>
    /// <param name="FrozenAt">The bar at which the freeze began; none when it is not known or not shown.</param>
    public sealed record View(ViewTransactions.Heading Case, PatternStep Step, IReadOnlyList<Bar> Bars, int? FrozenAt);

    /// <summary>One step.</summary>
    /// <param name="Day">Its day in Shanghai.</param>
    /// <param name="Hour">Its hour; none for a whole day.</param>
    /// <param name="Count">Sales that went through.</param>
    /// <param name="Amount">Their sum in yuan.</param>
    /// <param name="Refunded">Refunds, in yuan.</param>
    /// <param name="Failed">Transactions that failed.</param>
    public sealed record Bar(DateOnly Day, int? Hour, int Count, decimal Amount, decimal Refunded, int Failed);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var last = await db.Transactions.Where(t => t.CaseId == heading.Id).MaxAsync(t => (DateOnly?)t.Day, ct);
            if (last is not { } newest)
            {
                return new View(heading, query.Step, [], null);
            }

            var middle = heading.Since ?? newest;
            var (from, to) = query.Step == PatternStep.Day ? (middle.AddDays(-DaysBefore), middle.AddDays(DaysAfter)) : (middle.AddDays(-1), middle);
            var sums = query.Step == PatternStep.Day
                ? await ByDay(db, heading.Id, from, to).ToListAsync(ct)
                : await ByHour(db, heading.Id, from, to).ToListAsync(ct);
            var today = ShanghaiTime.DateOf(clock.GetUtcNow());
            var bars = Filled(sums, from, heading.Since is null ? newest : to < today ? to : today, query.Step);
            var frozen = bars.FindIndex(b => b.Day == heading.Since);
            return new View(heading, query.Step, bars, frozen < 0 ? null : frozen);
        }

        internal static IQueryable<Sum> ByDay(AppDb db, CaseId id, DateOnly from, DateOnly to) =>
            db.Transactions.Where(t => t.CaseId == id && t.Day >= from && t.Day <= to)
                .GroupBy(t => new { t.Day, t.Kind, t.State })
                .Select(g => new Sum(g.Key.Day, null, g.Key.Kind, g.Key.State, g.Count(), g.Sum(t => t.Amount)));

        internal static IQueryable<Sum> ByHour(AppDb db, CaseId id, DateOnly from, DateOnly to) =>
            db.Transactions.Where(t => t.CaseId == id && t.HasTime && t.Day >= from && t.Day <= to)
                .GroupBy(t => new { t.Day, t.Hour, t.Kind, t.State })
                .Select(g => new Sum(g.Key.Day, g.Key.Hour, g.Key.Kind, g.Key.State, g.Count(), g.Sum(t => t.Amount)));

        private static List<Bar> Filled(IReadOnlyList<Sum> sums, DateOnly from, DateOnly to, PatternStep step)
        {
            var known = sums.ToLookup(s => (s.Day, s.Hour));
            List<Bar> bars = [];
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                foreach (var hour in step == PatternStep.Day ? [(int?)null] : Enumerable.Range(0, 24).Select(h => (int?)h))
                {
                    bars.Add(BarOf(day, hour, [.. known[(day, hour)]]));
                }
            }

            return bars;
        }

        private static Bar BarOf(DateOnly day, int? hour, IReadOnlyList<Sum> sums)
        {
            var sales = sums.Where(s => s.Kind is TransactionKind.Sale or TransactionKind.PreAuthDone && s.State is TransactionState.Succeeded or TransactionState.Reversed).ToList();
            return new Bar(
                day, hour, sales.Sum(s => s.Count), sales.Sum(s => s.Amount),
                sums.Where(s => s is { Kind: TransactionKind.Refund, State: not TransactionState.Failed }).Sum(s => s.Amount),
                sums.Where(s => s.State == TransactionState.Failed).Sum(s => s.Count));
        }

        internal sealed record Sum(DateOnly Day, int? Hour, TransactionKind Kind, TransactionState State, int Count, decimal Amount);
    }
}
