using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Papers;
using PosCases.Cases.Reminders;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Notices;

/// <summary>Marks the actor's notifications as read.</summary>
public static class MarkNotificationsRead
{
    /// <summary>Marks the actor's notifications as read.</summary>
    /// <param name="CaseNumber">Only those of this case; all when none is named.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(string? CaseNumber) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            DateTimeOffset? now = clock.GetUtcNow();
            var cases = db.Cases;
            await db.Notifications
                .Where(n => n.PersonId == actor.Id && n.ReadAt == null)
                .Where(n => command.CaseNumber == null || cases.Any(c => c.Id == n.CaseId && c.Number == command.CaseNumber))
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
            if (command.CaseNumber is null)
            {
                await db.Reminders
                    .Where(r => r.PersonId == actor.Id && r.ReadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.ReadAt, now), ct);
                await db.PaperNotices
                    .Where(n => n.PersonId == actor.Id && n.ReadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
            }

            return Result.Ok;
        }
    }
}
