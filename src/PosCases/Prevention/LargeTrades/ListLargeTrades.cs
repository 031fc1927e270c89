using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Lists the large trades of a merchant.</summary>
public static class ListLargeTrades
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Lists the valid version of each trade, the newest sale first.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="Filter">What narrows the list.</param>
    /// <param name="Page">From 1.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(MerchantId? Merchant, Filter Filter, int Page = 1) : IQuery<Answer>;

    /// <summary>What narrows the list; what is none narrows nothing.</summary>
    /// <param name="From">Sold on this day or later; Shanghai's.</param>
    /// <param name="To">Sold on this day or before.</param>
    /// <param name="Least">At least this much, in yuan.</param>
    /// <param name="Most">At most this much, in yuan.</param>
    public sealed record Filter(DateOnly? From = null, DateOnly? To = null, decimal? Least = null, decimal? Most = null)
    {
        /// <summary>Whether it narrows anything.</summary>
        public bool IsEmpty => this == new Filter();
    }

    /// <summary>A page.</summary>
    /// <param name="Merchant">Whose.</param>
    /// <param name="MerchantName">The name.</param>
    /// <param name="Rows">The trades.</param>
    /// <param name="Threshold">From which sum on the merchant writes them; none when not set.</param>
    /// <param name="Proposed">The sum that is proposed.</param>
    public sealed record Answer(MerchantId Merchant, string MerchantName, Page<LargeTrade> Rows, TradeThreshold? Threshold, ProposedThreshold Proposed);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter).NotNull();
            When(q => q.Filter is not null, () =>
            {
                RuleFor(q => q.Filter.From).IsOrdinaryDate();
                RuleFor(q => q.Filter.To).IsOrdinaryDate();
            });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var meant = await db.MeantAsync(actor, query.Merchant, ct);
            if (!meant.Succeeded)
            {
                return meant.Error;
            }

            var merchant = meant.Value;
            var name = await db.Merchants.Where(m => m.Id == merchant).Select(m => m.Name).SingleAsync(ct);
            var rows = await Narrowed(db.LargeTrades.AsNoTracking().Where(t => t.MerchantId == merchant && t.ReplacedAt == null), query.Filter)
                .OrderByDescending(t => t.At).ThenBy(t => t.Id)
                .ToPageAsync(Math.Max(1, query.Page), PageSize, ct);
            var threshold = await db.TradeThresholds.AsNoTracking().SingleOrDefaultAsync(t => t.MerchantId == merchant, ct);
            return new Answer(merchant, name, rows, threshold, await ProposedThreshold.OfAsync(db, merchant, actor, ct));
        }

        private static IQueryable<LargeTrade> Narrowed(IQueryable<LargeTrade> trades, Filter filter)
        {
            if (filter.From is { } from)
            {
                var start = ShanghaiTime.StartOf(from);
                trades = trades.Where(t => t.At >= start);
            }

            if (filter.To is { } to)
            {
                var end = ShanghaiTime.EndOf(to);
                trades = trades.Where(t => t.At <= end);
            }

            trades = filter.Least is { } least ? trades.Where(t => t.Amount >= least) : trades;
            return filter.Most is { } most ? trades.Where(t => t.Amount <= most) : trades;
        }
    }
}
