using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Who may know which merchants: the desk all, a merchant's users their own, others none.</summary>
public static class MerchantAccess
{
    /// <summary>Narrows merchants to what the actor may know of.</summary>
    public static IQueryable<Merchant> VisibleTo(this IQueryable<Merchant> merchants, Actor actor)
    {
        if (actor.IsDesk)
        {
            return merchants;
        }

        return actor is { IsMerchant: true, Merchant: { } own }
            ? merchants.Where(m => m.Id == new MerchantId(own))
            : merchants.Where(m => false);
    }

    /// <returns>The merchant with its parts, a <see cref="NotFound"/>, or a <see cref="Conflict"/> when it has changed since.</returns>
    internal static async Task<Result<Merchant>> FindMerchantAsync(
        this AppDb db, MerchantId id, Guid version, Actor actor, CancellationToken ct)
    {
        var found = await db.Merchants.VisibleTo(actor)
            .Include(m => m.Numbers).Include(m => m.Stores).Include(m => m.Terminals).Include(m => m.Contacts).Include(m => m.Accounts)
            .AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == id, ct);
        return found switch
        {
            null => new NotFound(nameof(Merchant)),
            _ when found.Version != version => new Conflict(),
            _ => found,
        };
    }

    /// <summary>The name of an institution that can be of one of these kinds; nothing when there is none.</summary>
    internal static Task<string?> InstitutionNameAsync(this AppDb db, InstitutionId id, InstitutionKind[] kinds, CancellationToken ct) =>
        db.Institutions.Where(i => i.Id == id && kinds.Contains(i.Kind)).Select(i => (string?)i.Name).SingleOrDefaultAsync(ct);
}
