using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team.Cover;

/// <summary>Shows who is away when and who covers.</summary>
public static class ListAbsences
{
    private const int MostPast = 30;

    /// <summary>Shows absences, those that count first, then the last that are over.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>Who is away today.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record TodayQuery : IQuery<IReadOnlyList<Away>>;

    /// <summary>Absences, and who may be chosen.</summary>
    /// <param name="Open">That are planned or under way, by their first day.</param>
    /// <param name="Past">That are over or taken back, the latest first.</param>
    /// <param name="People">Who works cases.</param>
    /// <param name="MayForAll">Whether the reader may set them for others.</param>
    /// <param name="Self">The reader.</param>
    public sealed record Answer(IReadOnlyList<Row> Open, IReadOnlyList<Row> Past, IReadOnlyList<Choice> People, bool MayForAll, Guid Self);

    /// <summary>An absence.</summary>
    /// <param name="Absence">The absence.</param>
    /// <param name="Covered">Cases that the cover works now.</param>
    /// <param name="Kept">Restricted cases that stay with their owner, because the cover may not see them.</param>
    /// <param name="MayEnd">Whether the reader may end it.</param>
    public sealed record Row(Absence Absence, int Covered, int Kept, bool MayEnd);

    /// <summary>Somebody who works cases.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Name">His name.</param>
    public sealed record Choice(Guid Id, string Name);

    /// <summary>Somebody who is away.</summary>
    /// <param name="PersonId">Who.</param>
    /// <param name="Until">Last day.</param>
    /// <param name="CoverName">Who covers him.</param>
    public sealed record Away(Guid PersonId, DateOnly Until, string CoverName);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>, IRequestHandler<TodayQuery, Result<IReadOnlyList<Away>>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var open = await db.Absences.AsNoTracking().Where(a => a.State == AbsenceState.Planned || a.State == AbsenceState.Away).OrderBy(a => a.From).ThenBy(a => a.Name).ToListAsync(ct);
            var past = await db.Absences.AsNoTracking().Where(a => a.State == AbsenceState.Over || a.State == AbsenceState.Cancelled)
                .OrderByDescending(a => a.EndedAt).Take(MostPast).ToListAsync(ct);
            var ids = open.ConvertAll(a => a.Id);
            var covered = await db.Set<CoveredCase>().Where(c => ids.Contains(c.AbsenceId) && c.SettledAt == null).GroupBy(c => c.AbsenceId)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var all = actor.May(Permission.ReviewCases);
            List<Row> rows = [];
            foreach (var absence in open)
            {
                // Whoever may not see a restricted case may not count it either.
                var kept = absence.State == AbsenceState.Away
                    ? await db.Cases.VisibleTo(actor).CountAsync(c => c.OwnerId == absence.PersonId && c.Status != CaseStatus.Closed && c.IsRestricted, ct) : 0;
                rows.Add(new Row(absence, covered.GetValueOrDefault(absence.Id), kept, all || absence.PersonId == actor.Id));
            }

            var people = await db.People.WhoMayOwnCases().OrderBy(p => p.DisplayName).Select(p => new Choice(p.Id, p.DisplayName)).ToListAsync(ct);
            return new Answer(rows, past.ConvertAll(a => new Row(a, 0, 0, false)), people, all, actor.Id);
        }

        public async Task<Result<IReadOnlyList<Away>>> Handle(TodayQuery query, CancellationToken ct) =>
            await db.AwayOn(ShanghaiTime.DateOf(clock.GetUtcNow())).Select(a => new Away(a.PersonId, a.To, a.CoverName)).ToListAsync(ct);
    }
}
