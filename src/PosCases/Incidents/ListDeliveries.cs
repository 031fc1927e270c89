using MediatR;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Lists what became of a joint notice, merchant by merchant.</summary>
public static class ListDeliveries
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists what became of a joint notice, merchant by merchant; only where the actor may see the case on which it stands.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="Page">From 1.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(Guid Notice, int Page = 1) : IQuery<Page<Row>>;

    /// <summary>One merchant.</summary>
    /// <param name="Merchant">The merchant.</param>
    /// <param name="MerchantName">Its name.</param>
    /// <param name="CaseNumber">The case on which the notice stands.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="Told">How many people were told.</param>
    /// <param name="SentAt">When.</param>
    public sealed record Row(MerchantId Merchant, string MerchantName, string CaseNumber, DeliveryState State, int Told, DateTimeOffset? SentAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Page<Row>>>
    {
        public async Task<Result<Page<Row>>> Handle(Query query, CancellationToken ct)
        {
            var rows =
                from delivery in db.NoticeDeliveries.Where(d => d.NoticeId == query.Notice)
                join found in db.Set<Case>().VisibleTo(actor) on delivery.CaseId equals found.Id
                join merchant in db.Set<Merchant>() on delivery.MerchantId equals merchant.Id
                orderby merchant.Name, merchant.Id
                select new Row(delivery.MerchantId, merchant.Name, found.Number, delivery.State, delivery.Told, delivery.SentAt);
            return await rows.ToPageAsync(Math.Max(1, query.Page), PageSize, ct);
        }
    }
}
