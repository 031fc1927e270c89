using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Team.Cover;

namespace PosCases.Team;

/// <summary>
/// Says which case the actor should take up next: the most urgent that nobody has and that fits his skills. It is his when he takes it up
/// under the version named here; where somebody else was faster, that is a conflict, and he asks again.
/// </summary>
public static class FindNextCase
{
    /// <summary>How many waiting cases are looked through for one that fits.</summary>
    public const int MostSeen = 50;

    /// <summary>Says which case the actor should take up next.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<Found>;

    /// <summary>The case, and why this one.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version under which to take it up.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Priority">How urgent.</param>
    /// <param name="DueAt">By when somebody has to take it up.</param>
    /// <param name="Skill">The skill it asks for; none where anybody will do.</param>
    /// <param name="Passed">More urgent cases that were passed over because they ask for somebody else's skill.</param>
    public sealed record Found(CaseId Id, Guid Version, string Number, Priority Priority, DateTimeOffset DueAt, Skill? Skill, int Passed);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Found>>
    {
        public async Task<Result<Found>> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.AwayOn(ShanghaiTime.DateOf(now)).FirstOrDefaultAsync(a => a.PersonId == actor.Id, ct) is { } away)
            {
                return new PersonAway(away.Name, away.To, away.CoverName);
            }

            var member = await db.Set<TeamMember>().AsNoTracking().SingleOrDefaultAsync(m => m.PersonId == actor.Id, ct);
            var most = member?.MostOpen ?? TeamMember.UsualLoad;
            var open = await db.Cases.Where(c => c.OwnerId == actor.Id && EF.Constant(CaseFilters.Busy).Contains(c.Status)).Take(most).CountAsync(ct);
            if (open >= most)
            {
                return new DeskFull(most);
            }

            var waiting = await db.Cases.AsNoTracking().VisibleTo(actor)
                .Where(c => c.Status == CaseStatus.Filed && c.OwnerId == null)
                .OrderBy(c => c.WorkOrder).ThenBy(c => c.Serial)
                .Take(MostSeen)
                .Select(c => new
                {
                    c.Id,
                    c.Version,
                    c.Number,
                    c.Priority,
                    c.DueAt,
                    ImposedBy = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.ImposedBy).FirstOrDefault(),
                })
                .ToListAsync(ct);
            var skills = member?.Skills ?? [];
            var at = waiting.FindIndex(c => skills.Count == 0 || Skills.For(c.ImposedBy) is not { } asked || skills.Contains(asked));
            if (at < 0)
            {
                // Nobody versed in it took it up in time: better the next one than nobody.
                at = waiting.FindIndex(c => c.DueAt < now);
            }

            if (at < 0)
            {
                return new NothingToTake(waiting.Count);
            }

            var next = waiting[at];
            return new Found(next.Id, next.Version, next.Number, next.Priority, next.DueAt, Skills.For(next.ImposedBy), at);
        }
    }
}
