using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Withdraws an invitation that was not redeemed.</summary>
public static class RevokeInvitation
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(InvitationId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Invitations.ManagedBy(actor).SingleOrDefaultAsync(i => i.Id == command.Id, ct);
            if (found is null)
            {
                return new NotFound(nameof(Invitation));
            }

            if (!found.IsOpen(clock.GetUtcNow()))
            {
                return new InvitationUnusable();
            }

            found.Revoke(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
