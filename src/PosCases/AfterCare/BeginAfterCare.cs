using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Lets the after-care of a case follow when it is closed or opened again.</summary>
public static class BeginAfterCare
{
    private const int Batch = 200;

    private static readonly Outcome[] Without = [Outcome.NotAFreeze, Outcome.FakeNotice, Outcome.Withdrawn, Outcome.Duplicate];

    /// <summary>Finds the cases that were closed or opened again.</summary>
    public static readonly Job Job = new(
        "begin-after-care",
        TimeSpan.FromSeconds(10),
        async (db, _, ct) => await db.Set<CareTodo>().OrderBy(t => t.Seq).Take(Batch).GroupBy(t => t.CaseId)
            .Select(g => new Command(g.Key, g.Max(t => t.Seq))).ToListAsync(ct));

    /// <summary>Hands the plan of a closed case to the merchant and begins to count the look-backs; or pauses after-care of a case that was opened again.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="UpTo">The last note about it that this settles.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Case, long UpTo) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, WorkCalendar calendar) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await db.Set<CareTodo>().Where(t => t.CaseId == command.Case && t.Seq <= command.UpTo).ExecuteDeleteAsync(ct);
            var found = await db.Set<Case>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == command.Case, ct);
            if (found is null)
            {
                return Result.Ok;
            }

            var plan = await db.CarePlans.SingleOrDefaultAsync(p => p.CaseId == command.Case, ct);
            // What was taken over from other records is past: nobody is reminded of it.
            if (found is not { ImportedAt: null, Status: CaseStatus.Closed, ClosedAt: { } closedAt, Outcome: { } outcome } || Without.Contains(outcome))
            {
                plan?.Pause();
                return Result.Ok;
            }

            if (plan is null)
            {
                db.Add(plan = CarePlan.Of(found.Id, found.MerchantId, found.OwnerId));
            }

            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            return plan.Begin(ShanghaiTime.DateOf(closedAt), found.OwnerId, calendar, now) ? await HandAsync(found, plan, today, now, ct) : Result.Ok;
        }

        private async Task<Result> HandAsync(Case found, CarePlan plan, DateOnly today, DateTimeOffset now, CancellationToken ct)
        {
            var planned = await db.CareTasks.Where(t => t.CaseId == found.Id && t.State == CareTaskState.Planned).ToListAsync(ct);
            planned.ForEach(t => t.Hand(today));
            if (!await db.CareTasks.AnyAsync(t => t.MerchantId == found.MerchantId && t.Code == CareMeasure.SelfInspection && t.State == CareTaskState.Open, ct))
            {
                db.Add(CareTask.Inspect(plan, today.AddDays(CareDays.FirstInspection), 1, today, now));
            }

            return found.RecordCare(CaseEventKind.CarePlanHanded, planned.Count, null, actor, now);
        }
    }
}
