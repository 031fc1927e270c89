using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Verification;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Measures;

/// <summary>Watches the expected expiry of measures: ten days before and on the day after, somebody must ask whether it was renewed.</summary>
public static class WatchRenewals
{
    private const int Batch = 200;

    /// <summary>Finds the cases with a measure about which it is time to ask.</summary>
    public static readonly Job Job = new(
        "watch-renewals",
        TimeSpan.FromMinutes(1),
        async (db, now, ct) =>
        {
            // From the measures that are due, of which there are few, to their cases.
            var due = await db.Set<Measure>()
                .Where(m => m.WatchAt <= now)
                .Join(db.Cases.Where(c => c.Status != CaseStatus.Closed), m => m.CaseId, c => c.Id, (m, c) => new { m.WatchAt, c.Id })
                .OrderBy(m => m.WatchAt)
                .Take(Batch)
                .ToListAsync(ct);
            return [.. due.Select(m => m.Id).Distinct().Select(id => new Command(id))];
        });

    /// <summary>Raises the questions that are due; no effect where there is none.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).WithMeasures().ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.RaiseRenewalAsks(actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
