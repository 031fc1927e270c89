using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Has a merchant reminded sixty, thirty and seven days before a paper of the profile ends; each once.</summary>
public static class RemindPaper
{
    private const int Batch = 200;

    /// <summary>Finds the papers whose next reminder is due.</summary>
    public static readonly Job Job = new(
        "remind-papers",
        TimeSpan.FromMinutes(30),
        async (db, now, ct) =>
        {
            var today = ShanghaiTime.DateOf(now);
            var (first, second, third) = (today.AddDays(MerchantPaper.ReminderDays[0]), today.AddDays(MerchantPaper.ReminderDays[1]), today.AddDays(MerchantPaper.ReminderDays[2]));
            var (afterFirst, afterSecond) = (MerchantPaper.ReminderDays[1], MerchantPaper.ReminderDays[2]);
            return await db.MerchantPapers
                .Where(p => p.EndedAt == null && p.ValidTo >= today && p.ValidTo <= first)
                .Where(p => p.RemindedDays == null || (p.RemindedDays > afterFirst && p.ValidTo <= second) || (p.RemindedDays > afterSecond && p.ValidTo <= third))
                .OrderBy(p => p.ValidTo)
                .Take(Batch)
                .Select(p => new Command(p.Id))
                .ToListAsync(ct);
        });

    /// <summary>Has a merchant reminded of a paper that ends soon; no effect when that was done.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(MerchantPaperId Id) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var paper = await db.MerchantPapers.SingleOrDefaultAsync(p => p.Id == command.Id, ct);
            if (paper is null)
            {
                return new NotFound("Paper");
            }

            if (paper.ReminderDueOn(ShanghaiTime.DateOf(now)) is { } days)
            {
                paper.Reminded(days);
                db.Outbox.Add(OutboxMessage.Of(PaperReminder.OutboxKind, new PaperReminder(paper.Id.Value), now));
            }

            return Result.Ok;
        }
    }
}
