using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Begins the look-back on a closed case when its day has come.</summary>
public static class OpenLookBack
{
    private const int Batch = 200;

    /// <summary>Finds the cases on which it is time to look back.</summary>
    public static readonly Job Job = new(
        "open-look-backs",
        TimeSpan.FromMinutes(15),
        async (db, now, ct) =>
        {
            var today = ShanghaiTime.DateOf(now);
            return await db.CarePlans.Where(p => p.NextLookBackOn <= today).OrderBy(p => p.NextLookBackOn).Take(Batch).Select(p => new Command(p.CaseId)).ToListAsync(ct);
        });

    /// <summary>Begins the look-back: the merchant is asked how the account works, the owner is told, or it lies in the queue where he has left. No effect when that was done.</summary>
    /// <param name="Case">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Case) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock, WorkCalendar calendar) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            var plan = await db.CarePlans.SingleOrDefaultAsync(p => p.CaseId == command.Case, ct);
            if (plan is null || plan.NextLookBackOn is not { } day || day > today)
            {
                return Result.Ok;
            }

            if (!await db.Set<Case>().AnyAsync(c => c.Id == command.Case && c.Status == CaseStatus.Closed, ct))
            {
                plan.Pause();
                return Result.Ok;
            }

            var owner = await db.Set<Person>().AnyAsync(p => p.Id == plan.OwnerId && p.IsActive, ct) ? plan.OwnerId : null;
            db.Add(LookBack.Open(plan, owner, CareDays.LookBackDue(today, calendar), now));
            plan.Opened(calendar);
            await db.TellMerchantAsync(command.Case, NoticeKind.LookBackAsked, now, ct);
            await db.TellOwnerAsync(command.Case, owner, NoticeKind.LookBackOpened, now, ct);
            return Result.Ok;
        }
    }
}
