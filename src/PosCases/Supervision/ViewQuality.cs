using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>Shows samples and what they found: supervisors all of them, agents those of their own work.</summary>
public static class ViewQuality
{
    private const int MostPeriods = 12;
    private const int MostChecks = 500;

    /// <summary>Shows the sample of a week, the last drawn unless said.</summary>
    /// <param name="Period">Its Monday.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(DateOnly? Period) : IQuery<Board>;

    /// <summary>Shows one check.</summary>
    /// <param name="CheckId">Which.</param>
    [Requires(Permission.WorkCases)]
    public sealed record OneQuery(Guid CheckId) : IQuery<Row>;

    /// <summary>A week's sample.</summary>
    /// <param name="Periods">Weeks that were drawn, the last first.</param>
    /// <param name="Shown">The one that is shown; none before the first draw.</param>
    /// <param name="Rows">Its checks.</param>
    /// <param name="Points">How each point came out, in this week and in the one before.</param>
    /// <param name="Agents">How each agent came out, the lowest first.</param>
    /// <param name="Rule">The rule for the next draw.</param>
    /// <param name="RuleVersion">Its version; none while the usual one holds.</param>
    public sealed record Board(
        IReadOnlyList<SamplePeriod> Periods, SamplePeriod? Shown, IReadOnlyList<Row> Rows, IReadOnlyList<PointResult> Points, IReadOnlyList<AgentResult> Agents,
        SampleRule Rule, Guid? RuleVersion);

    /// <summary>A check.</summary>
    /// <param name="Check">The check.</param>
    /// <param name="CaseNumber">Number of the case.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Agent">Name of the agent.</param>
    /// <param name="MayCheck">Whether the reader may look at it and close it.</param>
    /// <param name="IsOwn">Whether it is the reader's own work.</param>
    public sealed record Row(QualityCheck Check, string CaseNumber, Outcome? Outcome, string Agent, bool MayCheck, bool IsOwn);

    /// <summary>How a point came out.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="Yes">Kept so often.</param>
    /// <param name="Of">Of so many where it applied.</param>
    /// <param name="Before">Percent in the week before; none without one.</param>
    public sealed record PointResult(QualityPoint Point, int Yes, int Of, int? Before);

    /// <summary>How an agent came out.</summary>
    /// <param name="Name">Who.</param>
    /// <param name="Checked">Checks done.</param>
    /// <param name="Of">Of so many.</param>
    /// <param name="Score">Mean of the scores; none without one.</param>
    public sealed record AgentResult(string Name, int Checked, int Of, int? Score);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Board>>, IRequestHandler<OneQuery, Result<Row>>
    {
        public async Task<Result<Board>> Handle(Query query, CancellationToken ct)
        {
            var periods = await db.Set<SamplePeriod>().AsNoTracking().OrderByDescending(p => p.Period).Take(MostPeriods).ToListAsync(ct);
            var shown = periods.Find(p => p.Period == query.Period) ?? periods.FirstOrDefault();
            var rows = shown is null ? [] : await RowsAsync(Mine().Where(q => q.Period == shown.Period), ct);
            var before = shown is null ? [] : await Mine().Where(q => q.Period == shown.Period.AddDays(-7)).OrderBy(q => q.Id).Take(MostChecks).ToListAsync(ct);
            var setting = await db.Set<SampleSetting>().AsNoTracking().SingleOrDefaultAsync(ct);
            return new Board(
                periods, shown, rows, PointsOf([.. rows.Select(r => r.Check)], before),
                [.. rows.GroupBy(r => (r.Check.AgentId, r.Agent)).Select(g => new AgentResult(
                    g.Key.Agent, g.Count(r => r.Check.State != QualityState.Waiting), g.Count(), Mean([.. g.Select(r => r.Check.Score).OfType<int>()]))).OrderBy(a => a.Score ?? 101).ThenBy(a => a.Name, StringComparer.Ordinal)],
                setting?.Rule ?? SampleRule.Usual, setting?.Version);
        }

        public async Task<Result<Row>> Handle(OneQuery query, CancellationToken ct) =>
            await RowsAsync(Mine().Where(q => q.Id == query.CheckId), ct) is [var row, ..] ? row : new NotFound("QualityCheck");

        private IQueryable<QualityCheck> Mine()
        {
            var all = actor.May(Permission.ReviewCases);
            return db.Set<QualityCheck>().AsNoTracking().Where(q => all || (q.AgentId == actor.Id && q.State != QualityState.Waiting));
        }

        private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<QualityCheck> checks, CancellationToken ct)
        {
            var may = actor.May(Permission.ReviewCases);
            var found = await checks.Join(db.Set<Case>().VisibleTo(actor), q => q.CaseId, c => c.Id, (q, c) => new
            {
                Check = q,
                c.Number,
                c.Outcome,
                Agent = db.Set<Person>().Where(p => p.Id == q.AgentId).Select(p => p.DisplayName).FirstOrDefault(),
            }).OrderBy(r => r.Number).Take(MostChecks).ToListAsync(ct);
            return [.. found.Select(r => new Row(r.Check, r.Number, r.Outcome, r.Agent ?? "", may && r.Check.MayBeCheckedBy(actor.Id), r.Check.AgentId == actor.Id)).OrderBy(r => r.Check.State).ThenByDescending(r => r.MayCheck)];
        }

        private static IReadOnlyList<PointResult> PointsOf(IReadOnlyList<QualityCheck> now, IReadOnlyList<QualityCheck> before) =>
            [.. QualityChecklist.Points.Select(point => (Point: point, Now: Count(now, point), Before: Count(before, point)))
                .Select(p => new PointResult(p.Point, p.Now.Yes, p.Now.Of, p.Before.Of == 0 ? null : 100 * p.Before.Yes / p.Before.Of))];

        private static (int Yes, int Of) Count(IReadOnlyList<QualityCheck> checks, QualityPoint point)
        {
            var marks = checks.SelectMany(c => c.Marks).Where(m => m.Code == point.Code && m.Answer != QualityAnswer.NotApplicable).ToList();
            return (marks.Count(m => m.Answer == QualityAnswer.Yes), marks.Count);
        }

        private static int? Mean(IReadOnlyList<int> scores) => scores.Count == 0 ? null : (int)Math.Round(scores.Average(), MidpointRounding.AwayFromZero);
    }
}
