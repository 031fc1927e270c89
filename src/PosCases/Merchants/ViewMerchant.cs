using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Shows a merchant's record to the desk.</summary>
public static class ViewMerchant
{
    /// <param name="Id">Which merchant.</param>
    [Requires(Permission.ViewMerchants)]
    public sealed record Query(MerchantId Id) : IQuery<MerchantDetails>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<MerchantDetails>>
    {
        public async Task<Result<MerchantDetails>> Handle(Query query, CancellationToken ct)
        {
            var found = await MerchantDetails.ReadAsync(db.Merchants.VisibleTo(actor).Where(m => m.Id == query.Id), db, ct);
            return found is null ? new NotFound(nameof(Merchant)) : found;
        }
    }
}
