using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>Ends the mailing of a report.</summary>
public static class EndReportSchedule
{
    /// <summary>Ends the mailing of a report.</summary>
    /// <param name="Id">The schedule.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.ScheduleReports)]
    public sealed record Command(Guid Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<ReportSchedule>().SingleOrDefaultAsync(s => s.Id == command.Id && s.EndedAt == null, ct) is not { } found)
            {
                return new NotFound("ReportSchedule");
            }

            if (found.Version != command.Version)
            {
                return new Conflict();
            }

            found.End(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
