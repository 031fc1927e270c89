using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>Looks at the clocks of a case: tells warnings and breaches once each, and lets what nobody takes note of climb the ladder.</summary>
public static class CheckClocks
{
    private const int Batch = 200;

    /// <summary>Finds the cases whose clocks must be looked at.</summary>
    public static readonly Job Job = new(
        "check-clocks",
        TimeSpan.FromSeconds(30),
        async (db, now, ct) => await db.Cases
            .Where(c => c.ClockCheckAt <= now)
            .OrderBy(c => c.ClockCheckAt)
            .Take(Batch)
            .Select(c => new Command(c.Id))
            .ToListAsync(ct));

    /// <summary>Looks at the clocks of a case.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Communications.Where(e => e.FollowUpAt != null && e.FollowUpResult == null))
                .Include(c => c.Rounds)
                .Include(c => c.Deadlines)
                .Include(c => c.Filings)
                .Include(c => c.Steps)
                .Include(c => c.Marks)
                .AsSplitQuery()
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (found, now) = (loaded.Value, clock.GetUtcNow());
            var seen = found.Version;
            var again = found.CheckClocks(actor, now, options, await db.LadderAsync(ct));

            // Past the version: a look at the clocks must not make the page stale that somebody is reading.
            await db.Cases.Where(c => c.Id == found.Id && c.Version == seen)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClockCheckAt, again), ct);
            return Result.Ok;
        }
    }
}
