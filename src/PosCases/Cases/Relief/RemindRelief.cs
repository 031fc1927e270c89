using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>Tells owner and merchant some days before a temporary release ends.</summary>
public static class RemindRelief
{
    private const int Batch = 200;

    /// <summary>Finds the releases of open cases that end soon and of which nobody was told.</summary>
    /// <param name="options">How many days before.</param>
    public static Job JobOf(CaseOptions options) => new(
        "remind-relief-ends",
        TimeSpan.FromMinutes(10),
        async (db, now, ct) =>
        {
            var soon = ShanghaiTime.DateOf(now).AddDays(options.ReliefAlertDays);
            var cases = db.Cases;
            return await db.Reliefs
                .Where(r => r.Status == ReliefStatus.Accepted && r.AlertedAt == null && r.EndsOn <= soon)
                .Where(r => cases.Any(c => c.Id == r.CaseId && c.Status != CaseStatus.Closed))
                .OrderBy(r => r.EndsOn)
                .Take(Batch)
                .Select(r => new Command(r.CaseId, r.Id))
                .ToListAsync(ct);
        });

    /// <summary>Tells owner and merchant that a temporary release ends soon; once.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ReliefId">The release.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id, Guid ReliefId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Parties).Include(c => c.Reliefs).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            loaded.Value.AlertReliefEnd(command.ReliefId, await db.NameOfReliefAsync(loaded.Value, command.ReliefId, ct), actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}

/// <summary>Ends a temporary release when its last day is over.</summary>
public static class EndRelief
{
    private const int Batch = 200;

    /// <summary>Finds the releases whose last day is over.</summary>
    public static readonly Job Job = new(
        "end-reliefs",
        TimeSpan.FromMinutes(10),
        async (db, now, ct) =>
        {
            var today = ShanghaiTime.DateOf(now);
            return await db.Reliefs
                .Where(r => r.Status == ReliefStatus.Accepted && r.EndsOn < today)
                .OrderBy(r => r.EndsOn)
                .Take(Batch)
                .Select(r => new Command(r.CaseId, r.Id))
                .ToListAsync(ct);
        });

    /// <summary>Ends a temporary release when its last day is over.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ReliefId">The release.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id, Guid ReliefId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Parties).Include(c => c.Reliefs).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            loaded.Value.EndRelief(
                command.ReliefId, await db.NameOfReliefAsync(loaded.Value, command.ReliefId, ct), actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
