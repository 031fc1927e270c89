using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Notices;
using PosCases.Cases.Reminders;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Reminds a merchant of a task: a week before, on the day, then weekly four times.</summary>
public static class RemindCareTask
{
    private const int Batch = 200;

    /// <summary>Finds the tasks whose reminder is due.</summary>
    public static readonly Job Job = new(
        "remind-care-tasks",
        TimeSpan.FromMinutes(30),
        async (db, now, ct) =>
        {
            var today = ShanghaiTime.DateOf(now);
            return await db.CareTasks.Where(t => t.NextReminderOn <= today).OrderBy(t => t.NextReminderOn).Take(Batch).Select(t => new Command(t.Id)).ToListAsync(ct);
        });

    /// <summary>Reminds a merchant's people of a task, unless they switched reminders off; no effect when that was done.</summary>
    /// <param name="Id">The task.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CareTaskId Id) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock, MailOptions mail) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            var task = await db.CareTasks.SingleOrDefaultAsync(t => t.Id == command.Id, ct);
            if (task is null || task.NextReminderOn is not { } day || day > today)
            {
                return Result.Ok;
            }

            task.Reminded(today);
            if (!await db.CareSilences.AnyAsync(s => s.MerchantId == task.MerchantId, ct))
            {
                var told = await db.TellMerchantAsync(task.CaseId, task.IsLateOn(today) ? NoticeKind.CareTaskLate : NoticeKind.CareTaskDue, now, ct, ReminderKind.CareTask);
                await db.MailLaterAsync(ReminderKind.CareTask, told, mail, now, ct);
            }

            return Result.Ok;
        }
    }
}
