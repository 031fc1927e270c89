using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Impact;

/// <summary>Reads the impact of one case with the estimate; the merchant and the desk read the same figures.</summary>
public static class ViewImpact
{
    /// <summary>Reads the impact of one case.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>The impact.</summary>
    public sealed record View
    {
        /// <summary>The case.</summary>
        public required CaseId Id { get; init; }

        /// <summary>Its number.</summary>
        public required string Number { get; init; }

        /// <summary>Name of the merchant.</summary>
        public required string MerchantName { get; init; }

        /// <summary>Whether it may still be written.</summary>
        public required bool IsOpen { get; init; }

        /// <summary>What was said.</summary>
        public required ImpactReading Reading { get; init; }

        /// <summary>What it amounts to today.</summary>
        public required LossEstimate Loss { get; init; }

        /// <summary>Still frozen, or at stake, in yuan.</summary>
        public required decimal? Frozen { get; init; }

        /// <summary>Whether the frozen amount stands in the ledger; otherwise it was told.</summary>
        public required bool IsFrozenProven { get; init; }

        /// <summary>What the person typed and did not send; none when there is nothing.</summary>
        public required ImpactForm? Draft { get; init; }

        /// <summary>Number of the statement that the draft started from.</summary>
        public required int? DraftSeen { get; init; }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Cases.AsNoTracking().VisibleTo(actor)
                .Include(c => c.Impacts).Include(c => c.Ledger).AsSplitQuery()
                .SingleOrDefaultAsync(c => c.Number == query.Number, ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            var draft = await db.ImpactDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.CaseId == found.Id && d.PersonId == actor.Id, ct);
            var proven = found.Balance.Frozen > 0;
            return new View
            {
                Id = found.Id,
                Number = found.Number,
                MerchantName = await db.Set<Merchant>().Where(m => m.Id == found.MerchantId).Select(m => m.Name).SingleAsync(ct),
                IsOpen = found.Status != CaseStatus.Closed,
                Reading = found.ReadImpact(),
                Loss = found.EstimateLoss(ShanghaiTime.DateOf(clock.GetUtcNow())),
                Frozen = proven ? found.Balance.Remaining : found.Amount,
                IsFrozenProven = proven,
                Draft = draft?.Form,
                DraftSeen = draft?.Seen,
            };
        }
    }
}
