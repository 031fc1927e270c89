using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>Reads who was invited to a case.</summary>
public static class ListGuests
{
    /// <summary>Reads who was invited to a case, newest first.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.InviteGuests)]
    public sealed record Query(string Number) : IQuery<Answer>;

    /// <summary>The guests of a case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="MayInvite">Whether the reader may invite.</param>
    /// <param name="MayRevoke">Whether the reader may revoke.</param>
    /// <param name="Rows">The guests.</param>
    public sealed record Answer(CaseId Id, bool MayInvite, bool MayRevoke, IReadOnlyList<Row> Rows);

    /// <summary>One guest.</summary>
    public sealed record Row(
        Guid Id, string Name, string UserName, string InvitedBy, DateTimeOffset InvitedAt, bool HasAccount, InvitationId? Invitation, DateTimeOffset? RevokedAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Cases.AsNoTracking().VisibleTo(actor).Include(c => c.Guests).SingleOrDefaultAsync(c => c.Number == query.Number, ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            var invited = found.Guests.Select(g => g.PersonId).ToList();
            var here = await db.People.Where(p => invited.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);
            var isHost = found.IsHostedBy(actor);
            return new Answer(
                found.Id,
                isHost && found.Status != CaseStatus.Closed,
                isHost,
                [.. found.Guests.OrderByDescending(g => g.InvitedAt).Select(g => new Row(
                    g.Id, g.Name, g.UserName, g.InvitedByName, g.InvitedAt, here.Contains(g.PersonId), g.InvitationId, g.RevokedAt))]);
        }
    }
}
