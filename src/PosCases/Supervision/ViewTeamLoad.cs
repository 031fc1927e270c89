using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Insight;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Team;
using PosCases.Team.Cover;

namespace PosCases.Supervision;

/// <summary>Shows supervisors how the open work lies on everybody, and what came and went.</summary>
public static class ViewTeamLoad
{
    /// <summary>Open for so many days counts as old.</summary>
    public const int OldDays = 30;

    /// <summary>Open for so many days counts as very old.</summary>
    public const int VeryOldDays = 90;

    private const int Week = 7;
    private const int Month = 30;

    // As far apart as two priorities stand in the order of the work.
    private const long MinutesPerPriority = 10_000_000_000;

    private static readonly CaseStatus[] Open = [.. Enum.GetValues<CaseStatus>().Where(s => s is not (CaseStatus.Draft or CaseStatus.Closed))];
    private static readonly string[] OpenNames = [.. Open.Select(s => s.ToString())];

    /// <summary>Shows the load of everybody who may own cases.</summary>
    [Requires(Permission.ReviewCases)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>The load of one person.</summary>
    /// <param name="PersonId">Who.</param>
    /// <param name="Name">His name.</param>
    /// <param name="MostOpen">How many open cases that do not wait he can carry.</param>
    /// <param name="Skills">In what; empty means in everything.</param>
    /// <param name="Away">Until when he is away; none when he is there.</param>
    /// <param name="Stages">Open cases by stage.</param>
    /// <param name="Weight">Their weight.</param>
    /// <param name="DueToday">Due until the end of today.</param>
    /// <param name="Overdue">Late.</param>
    /// <param name="Old">Open for more than <see cref="OldDays"/> days.</param>
    /// <param name="VeryOld">Open for more than <see cref="VeryOldDays"/> days.</param>
    /// <param name="Filed7">Filed in the last seven days.</param>
    /// <param name="Filed30">Filed in the last thirty.</param>
    /// <param name="Closed7">Closed in the last seven days.</param>
    /// <param name="Closed30">Closed in the last thirty.</param>
    public sealed record Row(
        Guid PersonId, string Name, int MostOpen, IReadOnlyList<Skill> Skills, DateOnly? Away, IReadOnlyDictionary<CaseStatus, int> Stages, decimal Weight, int DueToday, int Overdue,
        int Old, int VeryOld, int Filed7, int Filed30, int Closed7, int Closed30)
    {
        /// <summary>Open cases.</summary>
        public int Open => Stages.Values.Sum();

        /// <summary>Of these, those that do not wait; what the limit counts.</summary>
        public int Active => Open - Stages.GetValueOrDefault(CaseStatus.Waiting);

        /// <summary>Whether he has more than he can carry.</summary>
        public bool IsOver => Active > MostOpen;
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            var people = await db.Set<Person>().WhoMayOwnCases().OrderBy(p => p.DisplayName).ThenBy(p => p.Id).Select(p => new { p.Id, p.DisplayName }).ToListAsync(ct);
            var ids = people.ConvertAll(p => (Guid?)p.Id);
            var members = await db.Set<TeamMember>().AsNoTracking().ToDictionaryAsync(m => m.PersonId, ct);
            var away = (await db.AwayOn(today).Select(a => new { a.PersonId, a.To }).ToListAsync(ct)).ToDictionary(a => a.PersonId, a => a.To);
            var stages = await StagesAsync(ids, ct);
            var due = await DueAsync(ids, now, ct);
            var facts = db.Set<CaseFact>().AsNoTracking().Where(f => ids.Contains(f.OwnerId));
            var (old, veryOld) = (today.AddDays(-OldDays), today.AddDays(-VeryOldDays));
            var ages = await facts.Where(f => OpenNames.Contains(f.Stage) && f.FiledOn < old).GroupBy(f => f.OwnerId)
                .Select(g => new { g.Key, Old = g.Count(), VeryOld = g.Count(f => f.FiledOn < veryOld) }).ToListAsync(ct);
            var (week, month) = (today.AddDays(-Week), today.AddDays(-Month));
            var filed = await facts.Where(f => f.FiledOn > month).GroupBy(f => f.OwnerId).Select(g => new { g.Key, Month = g.Count(), Week = g.Count(f => f.FiledOn > week) }).ToListAsync(ct);
            var closed = await facts.Where(f => f.ClosedOn > month).GroupBy(f => f.OwnerId).Select(g => new { g.Key, Month = g.Count(), Week = g.Count(f => f.ClosedOn > week) }).ToListAsync(ct);
            return people.ConvertAll(p =>
            {
                var (own, member) = (stages.Where(s => s.Owner == p.Id).ToList(), members.GetValueOrDefault(p.Id));
                var (age, came, went) = (ages.Find(a => a.Key == p.Id), filed.Find(f => f.Key == p.Id), closed.Find(c => c.Key == p.Id));
                var (dueToday, overdue) = due.GetValueOrDefault(p.Id);
                return new Row(
                    p.Id, p.DisplayName, member?.MostOpen ?? TeamMember.UsualLoad, member?.Skills ?? [], away.TryGetValue(p.Id, out var until) ? until : null,
                    own.GroupBy(s => s.Stage).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)), own.Sum(s => s.Count * LoadWeight.Of(s.Stage, s.Priority)), dueToday, overdue,
                    age?.Old ?? 0, age?.VeryOld ?? 0, came?.Week ?? 0, came?.Month ?? 0, went?.Week ?? 0, went?.Month ?? 0);
            });
        }

        // Owner, stage and the order of the work stand in one index; the order begins with the priority. Closed cases are not walked over.
        private async Task<List<(Guid Owner, CaseStatus Stage, Priority Priority, int Count)>> StagesAsync(IReadOnlyList<Guid?> ids, CancellationToken ct)
        {
            var counted = await db.Set<Case>().VisibleTo(actor).Where(c => ids.Contains(c.OwnerId) && Open.Contains(c.Status))
                .GroupBy(c => new { c.OwnerId, c.Status })
                .Select(g => new
                {
                    g.Key.OwnerId,
                    g.Key.Status,
                    All = g.Count(),
                    Urgent = g.Count(c => c.WorkOrder < MinutesPerPriority),
                    High = g.Count(c => c.WorkOrder >= MinutesPerPriority && c.WorkOrder < 2 * MinutesPerPriority),
                })
                .ToListAsync(ct);
            return
            [
                .. counted.SelectMany(c => new[]
                {
                    (c.OwnerId!.Value, c.Status, Priority.Urgent, c.Urgent), (c.OwnerId!.Value, c.Status, Priority.High, c.High),
                    (c.OwnerId!.Value, c.Status, Priority.Normal, c.All - c.Urgent - c.High),
                }),
            ];
        }

        private async Task<Dictionary<Guid, (int DueToday, int Overdue)>> DueAsync(IReadOnlyList<Guid?> ids, DateTimeOffset now, CancellationToken ct)
        {
            var endOfDay = ShanghaiTime.EndOf(ShanghaiTime.DateOf(now));
            return await db.Set<Case>().VisibleTo(actor).Where(c => ids.Contains(c.OwnerId) && Open.Contains(c.Status) && c.DueAt <= endOfDay)
                .GroupBy(c => c.OwnerId)
                .Select(g => new { g.Key, All = g.Count(), Late = g.Count(c => c.DueAt < now) })
                .ToDictionaryAsync(g => g.Key!.Value, g => (g.All - g.Late, g.Late), ct);
        }
    }
}
