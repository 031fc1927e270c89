using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Lists the papers on a merchant's profile.</summary>
public static class ListMerchantPapers
{
    /// <summary>Lists the papers in use; for a merchant's users always their own.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(MerchantId? Merchant = null) : IQuery<Answer>;

    /// <summary>The list.</summary>
    /// <param name="Papers">By kind, the newest first.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record Answer(IReadOnlyList<MerchantPaper> Papers, DateOnly Today)
    {
        /// <summary>Those that end within sixty days, and those that have ended, the most pressing first.</summary>
        public IReadOnlyList<MerchantPaper> Ending =>
            [.. Papers.Where(p => p.ValidTo <= Today.AddDays(MerchantPaper.ReminderDays[0])).OrderBy(p => p.ValidTo)];
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var merchant = query.Merchant ?? (actor.Merchant is { } own ? new MerchantId(own) : null);
            if (merchant is null)
            {
                return new NotFound(nameof(Merchant));
            }

            var papers = await db.MerchantPapers.AsNoTracking().VisibleTo(actor)
                .Where(p => p.MerchantId == merchant && p.EndedAt == null)
                .OrderByDescending(p => p.KeptAt)
                .ToListAsync(ct);
            return new Answer(
                [.. papers.OrderBy(p => MerchantPaper.Kinds.Index().First(k => k.Item == p.Code).Index).ThenByDescending(p => p.KeptAt)],
                ShanghaiTime.DateOf(clock.GetUtcNow()));
        }
    }
}
