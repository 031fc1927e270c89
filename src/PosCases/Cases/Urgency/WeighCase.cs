using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Urgency;

/// <summary>Weighs a case anew where time alone has changed how urgent it is.</summary>
public static class WeighCase
{
    /// <summary>Finds the open cases whose score leads to another priority than the stored one; the others are not touched.</summary>
    public static readonly Job Job = new(
        "weigh-cases",
        TimeSpan.FromHours(6),
        DueAsync)
    { IsSlow = true };

    private static async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        List<IRequest<Result>> due = [];
        await foreach (var (inputs, alike) in PriorityInputs.OfOpenAsync(db, now, ct))
        {
            if (inputs.ScoreAt(alike, now).Level != inputs.Stored)
            {
                due.Add(new Command(inputs.Id));
            }
        }

        return due;
    }

    /// <summary>Weighs a case anew.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Impacts)
                .Include(c => c.Measures)
                .Include(c => c.Ledger)
                .Include(c => c.Reliefs)
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var now = clock.GetUtcNow();
            var inputs = PriorityInputs.Of(loaded.Value, now);
            loaded.Value.TakeScore(inputs.ScoreAt(await PriorityInputs.AlikeAsync(db, inputs, now, ct), now), actor, now);
            return Result.Ok;
        }
    }
}

/// <summary>
/// Weighs every case to which something happened, in the same transaction: whatever changes an input leaves an event, so that no use
/// case can forget it.
/// </summary>
internal sealed class PriorityKeeper(TimeProvider clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            await WeighAsync(db, cancellationToken);
        }

        return result;
    }

    private async Task WeighAsync(AppDb db, CancellationToken ct)
    {
        var happened = db.Tracked<CaseEvent>()
            .Where(e => e.State == EntityState.Added && e.Entity.Kind is not (CaseEventKind.PriorityChanged or CaseEventKind.PriorityOverridden))
            .Select(e => e.Entity.CaseId)
            .ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var entry in db.Tracked<Case>().Where(e => happened.Contains(e.Entity.Id)).ToList())
        {
            if (entry.Entity is { Status: CaseStatus.Closed } or { PriorityOverride: not null })
            {
                continue;
            }

            if (entry.State != EntityState.Added)
            {
                await entry.Collection(c => c.Impacts).LoadAsync(ct);
                await entry.Collection(c => c.Measures).LoadAsync(ct);
                await entry.Collection(c => c.Ledger).LoadAsync(ct);
                await entry.Collection(c => c.Reliefs).LoadAsync(ct);
            }

            var inputs = PriorityInputs.Of(entry.Entity, now);
            if (entry.Entity.TakeScore(inputs.ScoreAt(await PriorityInputs.AlikeAsync(db, inputs, now, ct), now), Actor.System, now))
            {
                db.ChangeTracker.DetectChanges();
            }
        }
    }
}
