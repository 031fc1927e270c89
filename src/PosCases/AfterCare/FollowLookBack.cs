using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Links;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Links a case to the earlier one whose merchant said at the look-back that the account is restricted again.</summary>
public static class FollowLookBack
{
    private const int Batch = 100;
    private const int Days = 14;

    /// <summary>Finds the first case that a merchant filed within fourteen days after such an answer.</summary>
    public static readonly Job Job = new(
        "follow-look-backs",
        TimeSpan.FromMinutes(1),
        async (db, now, ct) =>
        {
            var since = now.AddDays(-Days);
            var cases = db.Set<Case>();
            var found = await db.LookBacks
                .Where(l => l.Answer == LookBackAnswer.Restricted && l.AnsweredAt >= since && l.FollowedBy == null)
                .Select(l => new
                {
                    l.Id,
                    Later = cases.Where(c => c.MerchantId == l.MerchantId && c.FiledAt > l.AnsweredAt).OrderBy(c => c.Serial).Select(c => (CaseId?)c.Id).FirstOrDefault(),
                })
                .Where(x => x.Later != null)
                .Take(Batch)
                .ToListAsync(ct);
            return found.ConvertAll(x => new Command(x.Id, x.Later!.Value));
        });

    /// <summary>Links the later case to the earlier one; no effect when that was done.</summary>
    /// <param name="Id">The look-back.</param>
    /// <param name="Later">The case that was filed afterwards.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(LookBackId Id, CaseId Later) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.LookBacks.SingleOrDefaultAsync(l => l.Id == command.Id && l.FollowedBy == null, ct);
            var later = await db.Set<Case>().VisibleTo(actor).Include(c => c.Links).SingleOrDefaultAsync(c => c.Id == command.Later, ct);
            if (found is null || later is null)
            {
                return Result.Ok;
            }

            found.Follow(later.Id);
            var earlier = await db.Set<Case>().SingleAsync(c => c.Id == found.CaseId, ct);
            // Where an agent has linked or closed it meanwhile, nothing is left to do.
            _ = later.LinkTo(earlier, LinkKind.Follows, $"{PreventionLibrary.FollowReason.Zh} / {PreventionLibrary.FollowReason.En}", actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
