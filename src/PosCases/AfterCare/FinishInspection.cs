using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Notices;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Finishes a self-inspection.</summary>
public static class FinishInspection
{
    /// <summary>Finishes a self-inspection: the score is added up, open points become tasks, and the next self-inspection comes due.</summary>
    /// <param name="Id">The self-inspection.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(InspectionId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.InspectionsFor(actor).SingleOrDefaultAsync(i => i.Id == command.Id, ct) is not { } found)
            {
                return new NotFound(nameof(Inspection));
            }

            var now = clock.GetUtcNow();
            var done = found.Finish(actor, now);
            if (!done.Succeeded)
            {
                return done;
            }

            var today = ShanghaiTime.DateOf(now);
            var plan = await db.CarePlans.SingleAsync(p => p.CaseId == found.CaseId, ct);
            var open = await db.CareTasks.Where(t => t.MerchantId == found.MerchantId && (t.State == CareTaskState.Open || t.State == CareTaskState.Offered)).ToListAsync(ct);
            var tasks = Tasks(found, plan, open.Select(t => t.Code), today, now);
            db.AddRange(tasks);
            var inspected = open.FindAll(t => t.Code == CareMeasure.SelfInspection);
            inspected.ForEach(t => t.Inspected(actor, now));
            db.Add(CareTask.Inspect(
                plan, CareDays.NextInspection(plan.ClosedOn ?? today, today), inspected.Select(t => t.Occurrence).DefaultIfEmpty(0).Max() + 1, today, now));
            if (tasks.Exists(t => t.WantsLook))
            {
                await db.TellOwnerAsync(plan.CaseId, plan.OwnerId, NoticeKind.CareFinding, now, ct);
            }

            return Result.Ok;
        }

        // One task a measure: what is open already is not asked for twice.
        private static List<CareTask> Tasks(Inspection found, CarePlan plan, IEnumerable<string> open, DateOnly today, DateTimeOffset now)
        {
            var taken = open.ToHashSet(StringComparer.Ordinal);
            return [.. found.Findings.Where(q => taken.Add(q.Measure)).Select(q => CareTask.Find(plan, found, q, found.Answers[q.Code], today, now))];
        }
    }
}
