using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team.Cover;

/// <summary>Ends an absence before its last day, or takes a planned one back; what is still open goes back to its owner.</summary>
public static class EndAbsence
{
    /// <summary>Ends an absence: each his own, a supervisor everybody's.</summary>
    /// <param name="AbsenceId">Which.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(Guid AbsenceId, Guid Version) : Change;

    /// <summary>The job begins an absence on its first day and ends it after its last.</summary>
    /// <param name="AbsenceId">Which.</param>
    [Requires(Permission.RunJobs)]
    public sealed record TurnCommand(Guid AbsenceId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<TurnCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Absences.SingleOrDefaultAsync(a => a.Id == command.AbsenceId, ct) is not { } absence)
            {
                return new NotFound("Absence");
            }

            return absence.PersonId != actor.Id && !actor.May(Permission.ReviewCases) ? new NotPermitted()
                : absence.Version != command.Version ? new Conflict()
                : absence.End(clock.GetUtcNow());
        }

        public async Task<Result> Handle(TurnCommand command, CancellationToken ct)
        {
            if (await db.Absences.SingleOrDefaultAsync(a => a.Id == command.AbsenceId, ct) is not { } absence)
            {
                return new NotFound("Absence");
            }

            var now = clock.GetUtcNow();
            if (absence.To < Platform.ShanghaiTime.DateOf(now))
            {
                return absence.End(now);
            }

            absence.Begin();
            return Result.Ok;
        }
    }
}
