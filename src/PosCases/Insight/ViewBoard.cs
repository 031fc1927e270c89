using System.Collections.Concurrent;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>Shows the figures of a board.</summary>
public static class ViewBoard
{
    /// <summary>Shows the figures of a board, within what the reader may count.</summary>
    /// <param name="Board">Which; none means the figures of all of them.</param>
    /// <param name="Filter">Days and cases.</param>
    [Requires(Permission.ViewInsight)]
    public sealed record Query(Board? Board, InsightFilter Filter) : IQuery<Answer>;

    /// <summary>The figures.</summary>
    /// <param name="Span">The days.</param>
    /// <param name="Compared">What they are compared with.</param>
    /// <param name="Figures">The figures, in the order of their list.</param>
    /// <param name="At">When they were counted: up to a minute ago.</param>
    /// <param name="BehindSince">Changes since then are not counted yet; none when everything is.</param>
    /// <param name="IsFilling">Whether older cases are still being counted for the first time.</param>
    /// <param name="OwnOnly">Whether only the reader's own cases are counted.</param>
    public sealed record Answer(
        DaySpan Span, DaySpan? Compared, IReadOnlyList<FigureAnswer> Figures, DateTimeOffset At, DateTimeOffset? BehindSince, bool IsFilling, bool OwnOnly)
    {
        /// <summary>Names of the institutions among the keys, by their ids.</summary>
        public IReadOnlyDictionary<string, string> Institutions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>One of them.</summary>
        public FigureAnswer? Find(string code) => Figures.FirstOrDefault(f => f.Code == code);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter).NotNull();
            RuleFor(q => q.Filter.Region).MaximumLength(InsightFilter.LongestText).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.Model).MaximumLength(InsightFilter.LongestText).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.Cause).MaximumLength(40).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.From).IsOrdinaryDate().When(q => q.Filter is not null);
            RuleFor(q => q.Filter.To).IsOrdinaryDate().When(q => q.Filter is not null);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, BoardCache cache, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var key = (actor.Role, Own: actor.Role == Role.Supervisor ? Guid.Empty : actor.Id, query.Board, query.Filter, ShanghaiTime.DateOf(now));
            return await cache.GetAsync(key, now, () => CountAsync(query, now, ct));
        }

        private async Task<Answer> CountAsync(Query query, DateTimeOffset now, CancellationToken ct)
        {
            var filter = query.Filter;
            var span = InsightPeriod.Of(filter.Period, ShanghaiTime.DateOf(now), filter.From, filter.To);
            var compared = InsightPeriod.Compared(filter.Period, span, filter.Compare);
            var points = new FigurePoints(db, actor, filter, now);
            List<FigureAnswer> figures = [];
            foreach (var figure in query.Board is { } board ? Figures.Of(board) : Figures.All)
            {
                figures.Add(await FigureReader.ReadAsync(points, figure, span, compared, ct));
            }

            var behind = await db.Set<FactTodo>().OrderBy(t => t.Seq).Select(t => (DateTimeOffset?)t.At).FirstOrDefaultAsync(ct);
            var isFilling = !await db.Set<FactProgress>().AnyAsync(p => p.IsDone, ct);
            return new Answer(span, compared, figures, now, behind, isFilling, actor.Role != Role.Supervisor)
            {
                Institutions = await db.InstitutionNamesAsync(figures.Where(f => f.Figure.Key == FigureKey.Institution).SelectMany(f => f.Rows).Select(r => r.Key), ct),
            };
        }
    }
}

/// <summary>Keeps what was counted for a minute, by reader and filter, so that looking again costs nothing.</summary>
internal sealed class BoardCache
{
    private const int Most = 200;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<object, ViewBoard.Answer> known = new();

    public async Task<ViewBoard.Answer> GetAsync(object key, DateTimeOffset now, Func<Task<ViewBoard.Answer>> count)
    {
        if (known.TryGetValue(key, out var found) && found.At > now - Freshness && found.At <= now && found is { BehindSince: null, IsFilling: false })
        {
            return found;
        }

        var counted = await count();
        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known[key] = counted;
    }
}
