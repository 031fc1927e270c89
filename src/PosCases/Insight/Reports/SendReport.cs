using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>A report that is to be mailed to somebody.</summary>
/// <param name="ScheduleId">The schedule.</param>
/// <param name="PersonId">Who gets it.</param>
/// <param name="Board">The board; none for all figures.</param>
/// <param name="From">First day of the week.</param>
/// <param name="To">Its last day.</param>
internal sealed record ReportMail(Guid ScheduleId, Guid PersonId, Board? Board, DateOnly From, DateOnly To)
{
    public const string OutboxKind = "report-mail";
}

/// <summary>Puts last week's report into the outbox, once for every recipient.</summary>
public static class SendReport
{
    /// <summary>Finds the reports that are due.</summary>
    public static readonly Job Job = new(
        "send-reports",
        TimeSpan.FromMinutes(1),
        async (db, now, ct) => await db.Set<ReportSchedule>().Where(s => s.EndedAt == null && s.NextAt <= now).Select(s => new Command(s.Id)).ToListAsync(ct));

    /// <summary>Puts last week's report into the outbox. The schedule moves on in the same transaction, so that a restart sends nothing twice.</summary>
    /// <param name="Id">The schedule.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(Guid Id) : Change;

    internal sealed class Handler(AppDb db, WorkCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.Set<ReportSchedule>().SingleOrDefaultAsync(s => s.Id == command.Id && s.NextAt <= now, ct) is not { } found)
            {
                return new NotFound("ReportSchedule");
            }

            if (found.Send(calendar, now) is { } week)
            {
                foreach (var person in found.Recipients)
                {
                    db.Add(new ReportDelivery { ScheduleId = found.Id, PersonId = person, From = week.From });
                    db.Add(OutboxMessage.Of(ReportMail.OutboxKind, new ReportMail(found.Id, person, found.Board, week.From, week.To), now));
                }
            }

            return Result.Ok;
        }
    }
}
