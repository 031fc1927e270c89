using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team.Cover;

/// <summary>Hands a case to the cover of its owner, or back; the job sends one for each case.</summary>
public static class HandOverCase
{
    private const int Batch = 50;

    /// <summary>Begins and ends absences on their days, hands over what the one who is away still owns, and gives back afterwards what is still open.</summary>
    public static readonly Job Job = new("cover-absences", TimeSpan.FromSeconds(30), DueAsync);

    /// <summary>Hands a case to the cover of its owner.</summary>
    /// <param name="AbsenceId">The absence.</param>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(Guid AbsenceId, CaseId Id) : Change;

    /// <summary>Gives a case back; one that was closed or given to somebody else meanwhile stays as it is.</summary>
    /// <param name="AbsenceId">The absence.</param>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record BackCommand(Guid AbsenceId, CaseId Id) : Change;

    private static async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var today = ShanghaiTime.DateOf(now);
        List<IRequest<Result>> due =
        [
            .. await db.Absences.Where(a => (a.State == AbsenceState.Planned && a.From <= today) || (a.State == AbsenceState.Away && a.To < today))
                .Select(a => new EndAbsence.TurnCommand(a.Id)).ToListAsync(ct),
        ];
        foreach (var away in await db.AwayOn(today).Where(a => a.State == AbsenceState.Away).ToListAsync(ct))
        {
            due.AddRange(await db.Cases.MayGoTo(db, away.PersonId, away.CoverId).OrderBy(c => c.DueAt).ThenBy(c => c.Serial).Take(Batch).Select(c => new Command(away.Id, c.Id)).ToListAsync(ct));
        }

        due.AddRange(await db.Set<CoveredCase>().Where(c => c.SettledAt == null)
            .Join(db.Absences.Where(a => a.State == AbsenceState.Over), c => c.AbsenceId, a => a.Id, (c, a) => c)
            .Take(Batch).Select(c => new BackCommand(c.AbsenceId, c.CaseId)).ToListAsync(ct));
        return due;
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<BackCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Absences.SingleOrDefaultAsync(a => a.Id == command.AbsenceId && a.State == AbsenceState.Away, ct) is not { } away)
            {
                return new NotFound("Absence");
            }

            if (await db.Cases.MayGoTo(db, away.PersonId, away.CoverId).SingleOrDefaultAsync(c => c.Id == command.Id, ct) is not { } found)
            {
                return new NotFound("Case");
            }

            var now = clock.GetUtcNow();
            var given = found.AssignTo(away.CoverId, away.CoverName, actor, now, new HandoverNote(ForName: away.Name));
            if (given.Succeeded)
            {
                await NoteAsync(away.Id, found.Id, now, ct);
            }

            return given;
        }

        public async Task<Result> Handle(BackCommand command, CancellationToken ct)
        {
            if (await db.Set<CoveredCase>().SingleOrDefaultAsync(c => c.AbsenceId == command.AbsenceId && c.CaseId == command.Id, ct) is not { SettledAt: null } covered)
            {
                return new NotFound("Case");
            }

            var now = clock.GetUtcNow();
            covered.SettledAt = now;
            var absence = await db.Absences.SingleAsync(a => a.Id == command.AbsenceId, ct);
            var found = await db.Cases.SingleAsync(c => c.Id == command.Id, ct);
            var isBack = await db.Set<People.Person>().WhoMayOwnCases().AnyAsync(p => p.Id == absence.PersonId, ct);
            return found.Status == CaseStatus.Closed || found.OwnerId != absence.CoverId || !isBack
                ? Result.Ok
                : found.AssignTo(absence.PersonId, absence.Name, actor, now, new HandoverNote(BackFrom: absence.CoverName));
        }

        // A case may go over twice: it came back to its owner meanwhile.
        private async Task NoteAsync(Guid absence, CaseId id, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Set<CoveredCase>().SingleOrDefaultAsync(c => c.AbsenceId == absence && c.CaseId == id, ct) is { } known)
            {
                known.SettledAt = null;
            }
            else
            {
                db.Add(new CoveredCase { AbsenceId = absence, CaseId = id, At = now });
            }
        }
    }

    /// <summary>The open cases of one person that another one may see: of restricted ones those on which he is named.</summary>
    internal static IQueryable<Case> MayGoTo(this IQueryable<Case> cases, AppDb db, Guid owner, Guid to) =>
        cases.Where(c => c.OwnerId == owner && c.Status != CaseStatus.Closed
            && (!c.IsRestricted || db.Set<CaseReader>().Any(r => r.CaseId == c.Id && r.PersonId == to && r.RemovedAt == null)));
}
