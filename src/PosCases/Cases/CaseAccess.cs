using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Guests;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Which cases exist for whom. What one may not see does not exist.</summary>
internal static class CaseAccess
{
    /// <summary>
    /// A merchant's users see their merchant's cases, the desk sees all, a guest sees what he was invited to until revoked or thirty days
    /// after closing, nobody else sees any. A restricted case is seen by its owner, the people named on it, its guests and the merchant's
    /// owner, and by his employees unless it is hidden from them.
    /// </summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor)
    {
        if (actor.Role == Role.System)
        {
            return cases;
        }

        if (actor.IsDesk)
        {
            return cases.Where(c => !c.IsRestricted || c.OwnerId == actor.Id || c.Readers.Any(r => r.PersonId == actor.Id && r.RemovedAt == null));
        }

        if (actor is { IsMerchant: true, Merchant: { } own })
        {
            var merchant = new MerchantId(own);
            return cases.Where(c => c.MerchantId == merchant && (actor.Role == Role.MerchantOwner || !c.HidesFromMerchantStaff));
        }

        if (actor is { Role: Role.Guest, ReadAt: { } readAt })
        {
            var (guest, closedAfter) = (actor.Id, readAt.AddDays(-CaseGuest.DaysAfterClosing));
            return cases.Where(c =>
                c.Guests.Any(g => g.PersonId == guest && g.RevokedAt == null) && (c.ClosedAt == null || c.ClosedAt > closedAfter));
        }

        return cases.Where(c => false);
    }

    /// <summary>Loads a case in order to change it; an outdated version is a conflict.</summary>
    /// <param name="cases">The cases that the actor may see, with what the verb needs included.</param>
    /// <param name="id">The case.</param>
    /// <param name="version">The version that the user saw; none where the change cannot collide.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Result<Case>> ToChangeAsync(this IQueryable<Case> cases, CaseId id, Guid? version, CancellationToken ct)
    {
        var found = await cases.AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct);
        return found is null ? new NotFound("Case")
            : version is not null && found.Version != version ? new Conflict()
            : found;
    }

    /// <summary>The name of an institution, as events keep it.</summary>
    public static async Task<string> NameOfAsync(this AppDb db, InstitutionId id, CancellationToken ct) =>
        await db.Set<Institution>().Where(i => i.Id == id).Select(i => i.Name).SingleOrDefaultAsync(ct) ?? "";

    /// <summary>The name of the institution behind a party of the case.</summary>
    public static Task<string> NameOfPartyAsync(this AppDb db, Case found, Guid partyId, CancellationToken ct) =>
        found.Parties.SingleOrDefault(p => p.Id == partyId) is { } party ? db.NameOfAsync(party.InstitutionId, ct) : Task.FromResult("");
}
