using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>Shows which cases stand on which level of the ladder, and how another ladder would place them now.</summary>
public static class ViewLadder
{
    /// <summary>Most cases that are shown at once.</summary>
    public const int Most = 200;

    /// <summary>Shows the ladder and the cases on it, the highest level first.</summary>
    /// <param name="Level">Only this level.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(int? Level) : IQuery<Board>;

    /// <summary>Says who would be told of which cases now, were this the ladder.</summary>
    /// <param name="Rungs">Its levels.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record PreviewQuery(IReadOnlyList<Rung> Rungs) : IQuery<IReadOnlyList<Placed>>;

    /// <summary>Field rules of the preview: those of the ladder itself.</summary>
    public sealed class Validator : AbstractValidator<PreviewQuery>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(q => q.Rungs).IsLadder();
    }

    /// <summary>The ladder and who stands on it.</summary>
    /// <param name="Ladder">The ladder that holds.</param>
    /// <param name="Version">Its version; none while the usual one holds.</param>
    /// <param name="SetBy">Who set it; none while the usual one holds.</param>
    /// <param name="Rows">Cases on it, at most <see cref="Most"/>.</param>
    /// <param name="Counts">How many cases the reader may see on each level.</param>
    /// <param name="Called">How many of them the supervisors have been told of: those of the worklist's escalated view.</param>
    public sealed record Board(Ladder Ladder, Guid? Version, string? SetBy, IReadOnlyList<Row> Rows, IReadOnlyDictionary<int, int> Counts, int Called);

    /// <summary>A case on the ladder.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Merchant">Name of the merchant.</param>
    /// <param name="Owner">Who works it; none when nobody does.</param>
    /// <param name="Level">The level.</param>
    /// <param name="CallsSupervisors">Whether the supervisors have been told; until then it is whoever works it.</param>
    /// <param name="Since">When that level was told.</param>
    /// <param name="Due">The earliest end that nobody took note of.</param>
    public sealed record Row(CaseId Id, Guid Version, string Number, string Merchant, string? Owner, int Level, bool CallsSupervisors, DateTimeOffset? Since, DateTimeOffset? Due);

    /// <summary>Where another ladder would place a case.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Owner">Who works it; none when nobody does.</param>
    /// <param name="Now">The level it stands on.</param>
    /// <param name="Then">The level it would be on.</param>
    /// <param name="CallsSupervisors">Whether the supervisors would be told.</param>
    public sealed record Placed(string Number, string? Owner, int Now, int Then, bool CallsSupervisors);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) :
        IRequestHandler<Query, Result<Board>>, IRequestHandler<PreviewQuery, Result<IReadOnlyList<Placed>>>
    {
        public async Task<Result<Board>> Handle(Query query, CancellationToken ct)
        {
            var setting = await db.Set<LadderSetting>().AsNoTracking().SingleOrDefaultAsync(ct);
            var climbed = db.Cases.AsNoTracking().VisibleTo(actor).Where(c => c.EscalationLevel > 0);
            var counts = await climbed.GroupBy(c => c.EscalationLevel).Select(g => new { g.Key, Count = g.Count(), Called = g.Count(c => c.EscalatedAt != null) })
                .ToDictionaryAsync(g => g.Key, ct);
            var found = await climbed.Where(c => query.Level == null || c.EscalationLevel == query.Level)
                .OrderByDescending(c => c.EscalationLevel).ThenBy(c => c.Serial)
                .Take(Most)
                .Select(c => new
                {
                    c.Id,
                    c.Version,
                    c.Number,
                    c.EscalationLevel,
                    c.EscalatedAt,
                    Merchant = db.Set<Merchant>().Where(m => m.Id == c.MerchantId).Select(m => m.Name).FirstOrDefault(),
                    Owner = db.Set<Person>().Where(p => p.Id == c.OwnerId).Select(p => p.DisplayName).FirstOrDefault(),
                    Marks = c.Marks.Where(m => m.Level > 0 && m.AcknowledgedAt == null).Select(m => new { m.EscalatedAt, m.DueAt }).ToList(),
                })
                .AsSplitQuery()
                .ToListAsync(ct);
            return new Board(
                setting?.Ladder ?? Ladder.Usual, setting?.Version, setting?.ByName,
                [
                    .. found.Select(c => new Row(
                        c.Id, c.Version, c.Number, c.Merchant ?? "", c.Owner, c.EscalationLevel, c.EscalatedAt != null, c.Marks.Max(m => m.EscalatedAt),
                        c.Marks.Min(m => (DateTimeOffset?)m.DueAt))),
                ],
                counts.ToDictionary(g => g.Key, g => g.Value.Count), counts.Values.Sum(g => g.Called));
        }

        public async Task<Result<IReadOnlyList<Placed>>> Handle(PreviewQuery query, CancellationToken ct)
        {
            var (ladder, now) = (new Ladder(query.Rungs), clock.GetUtcNow());
            var working = options.Working;
            var late = await db.LateCases.AsNoTracking().VisibleTo(actor)
                .OrderBy(c => c.Serial)
                .Take(Most)
                .Include(c => c.Parties)
                .Include(c => c.Communications.Where(e => e.FollowUpAt != null && e.FollowUpResult == null))
                .Include(c => c.Rounds)
                .Include(c => c.Deadlines)
                .Include(c => c.Filings)
                .Include(c => c.Steps)
                .Include(c => c.Marks)
                .AsSplitQuery()
                .ToListAsync(ct);
            var owners = late.Select(c => c.OwnerId).OfType<Guid>().Distinct().ToList();
            var names = await db.Set<Person>().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
            return (from c in late
                    let breaches = c.ClocksAt(now, options).Where(k => k.NeedsNote && k.Escalates).Select(k => k.Mark!.BreachedAt!.Value).ToList()
                    where breaches.Count > 0
                    let then = ladder.LevelAt(breaches.Min(), now, working)
                    orderby then descending, c.Serial
                    select new Placed(
                        c.Number, c.OwnerId is { } id ? names.GetValueOrDefault(id) : null, c.EscalationLevel, then,
                        then > 0 && (ladder.ReachesSupervisors(then) || c.OwnerId is null || c.Status == CaseStatus.Resolution))).ToList();
        }
    }
}
