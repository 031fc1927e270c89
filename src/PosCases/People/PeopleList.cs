using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The people an actor looks after, and those who were invited and have not come yet.</summary>
public sealed record PeopleList(IReadOnlyList<PeopleList.PersonRow> People, IReadOnlyList<PeopleList.InvitationRow> Invitations)
{
    /// <summary>One account.</summary>
    public sealed record PersonRow(
        PersonId Id, string DisplayName, string UserName, Role Role, bool IsActive, bool HasTotp, DateTimeOffset? LastSignInAt, bool IsOneself);

    /// <summary>One open invitation.</summary>
    public sealed record InvitationRow(InvitationId Id, string DisplayName, string UserName, Role Role, DateTimeOffset ExpiresAt);

    internal static async Task<PeopleList> OfAsync(AppDb db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var people = await db.People.ManagedBy(actor)
            .OrderByDescending(p => p.IsActive).ThenBy(p => p.DisplayName).ThenBy(p => p.NormalizedUserName)
            .Select(RowOf(actor.Id))
            .ToListAsync(ct);
        var invitations = await db.Invitations.ManagedBy(actor)
            .Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .OrderBy(i => i.ExpiresAt).ThenBy(i => i.UserName)
            .Select(i => new InvitationRow(i.Id, i.DisplayName, i.UserName, i.Role, i.ExpiresAt))
            .ToListAsync(ct);
        return new PeopleList(people, invitations);
    }

    internal static System.Linq.Expressions.Expression<Func<Person, PersonRow>> RowOf(Guid oneself) => p => new PersonRow(
        new PersonId(p.Id), p.DisplayName, p.UserName!, p.Role, p.IsActive, p.TwoFactorEnabled, p.LastSignInAt, p.Id == oneself);
}
