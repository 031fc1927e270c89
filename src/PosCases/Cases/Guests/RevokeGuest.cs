using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>Ends a guest's sight of a case; an invitation that was not redeemed goes with it.</summary>
public static class RevokeGuest
{
    /// <summary>Ends a guest's sight of a case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="GuestId">The guest.</param>
    [Requires(Permission.InviteGuests)]
    public sealed record Command(CaseId Id, Guid GuestId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Guests).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var now = clock.GetUtcNow();
            var revoked = loaded.Value.RevokeGuest(command.GuestId, actor, now);
            if (!revoked.Succeeded)
            {
                return revoked.Error;
            }

            if (revoked.Value.InvitationId is { } id
                && await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id, ct) is { } invitation
                && invitation.IsOpen(now))
            {
                invitation.Revoke(now);
            }

            return Result.Ok;
        }
    }
}
