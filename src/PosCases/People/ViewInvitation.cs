using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>What a guest is shown before redeeming an invitation.</summary>
public static class ViewInvitation
{
    /// <param name="Id">From the protected link.</param>
    [Requires(Permission.AcceptInvitation)]
    public sealed record Query(InvitationId Id) : IQuery<Answer>;

    /// <summary>The invitation as its guest sees it.</summary>
    /// <param name="DisplayName">Name that was proposed.</param>
    /// <param name="UserName">What the guest will sign in with.</param>
    /// <param name="Role">What the guest will be.</param>
    /// <param name="InvitedBy">Who invited.</param>
    public sealed record Answer(string DisplayName, string UserName, Role Role, string InvitedBy);

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Id, ct);
            if (found is null || !found.IsOpen(clock.GetUtcNow()))
            {
                return new InvitationUnusable();
            }

            var host = await db.People.Where(p => p.Id == found.InvitedBy).Select(p => p.DisplayName).SingleOrDefaultAsync(ct);
            return new Answer(found.DisplayName, found.UserName, found.Role, host ?? "");
        }
    }
}
