using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Takes a waiting case up again at its date.</summary>
public static class WakeDueCase
{
    private const int Batch = 200;

    /// <summary>Finds the waiting cases whose date has come.</summary>
    public static readonly Job Job = new(
        "wake-due-cases",
        TimeSpan.FromSeconds(30),
        async (db, now, ct) => await db.Cases
            .Where(c => c.Status == CaseStatus.Waiting && c.DueAt <= now && c.WaitUntil <= now)
            .OrderBy(c => c.DueAt)
            .Take(Batch)
            .Select(c => new Command(c.Id))
            .ToListAsync(ct));

    /// <summary>Takes a waiting case up again at its date; no effect when it no longer waits.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Rechecks).ToChangeAsync(command.Id, null, ct);
            return !loaded.Succeeded ? loaded.Error
                : loaded.Value.Status == CaseStatus.Waiting && loaded.Value.WaitUntil <= clock.GetUtcNow()
                    ? loaded.Value.Wake(actor, clock.GetUtcNow(), options)
                    : Result.Ok;
        }
    }
}
