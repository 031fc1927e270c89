using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention;

/// <summary>Whose precautions somebody may see: the desk everybody's, a merchant's users their own, others nobody's.</summary>
internal static class PreventionAccess
{
    /// <summary>The merchant that is meant.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="asked">Whose; the own merchant's when none is named.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Result<MerchantId>> MeantAsync(this AppDb db, Actor actor, MerchantId? asked, CancellationToken ct)
    {
        var meant = asked ?? (actor is { IsMerchant: true, Merchant: { } own } ? new MerchantId(own) : default);
        return await db.Merchants.VisibleTo(actor).AnyAsync(m => m.Id == meant, ct) ? meant : new NotFound(nameof(Merchant));
    }

    /// <summary>Refuses a text in which a card number was found: what is kept as proof says nothing of a card.</summary>
    public static Error? RefuseCards(this ActorContext context, string field) =>
        context.MaskedNumbers > 0 ? new Invalid(field, "CardNumber") : null;
}
