using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Shows a merchant's user the record of the own merchant; who looked at it is the desk's affair.</summary>
public static class ViewOwnMerchant
{
    /// <summary>The merchant is the sender's own.</summary>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Query : IQuery<MerchantDetails>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<MerchantDetails>>
    {
        public async Task<Result<MerchantDetails>> Handle(Query query, CancellationToken ct)
        {
            var found = actor.IsMerchant ? await MerchantDetails.ReadAsync(db.Merchants.VisibleTo(actor), db, ct) : null;
            return found is null
                ? new NotFound(nameof(Merchant))
                : found with { Changes = [.. found.Changes.Where(c => c.Field != MerchantField.Revealed)] };
        }
    }
}
