using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions.Slips;

/// <summary>Reads the slips of a case, what was read off them and the transactions that may be theirs.</summary>
public static class ViewSlips
{
    /// <summary>Reads the slips of a case.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>The slips.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Slips">The slips; those that wait for a person first.</param>
    /// <param name="Missing">Disputed transactions whose slip is wanted, the most urgent first.</param>
    public sealed record View(ViewTransactions.Heading Case, IReadOnlyList<Slip> Slips, IReadOnlyList<ViewTransactions.Row> Missing);

    /// <summary>A slip.</summary>
    /// <param name="Item">The paper.</param>
    /// <param name="Record">What was read off it; none when nobody did yet.</param>
    /// <param name="Confirmed">Its transaction with the reasons.</param>
    /// <param name="Candidates">The transactions that may be its own; empty once one is confirmed.</param>
    public sealed record Slip(EvidenceItem Item, SlipRecord? Record, SlipCandidate? Confirmed, IReadOnlyList<SlipCandidate> Candidates);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>
    {
        private const int MostLookedAt = 200;

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var items = await db.Set<EvidenceItem>().AsNoTracking()
                .Where(i => i.CaseId == heading.Id && SlipRecord.Codes.Contains(i.Code) && i.Status != EvidenceStatus.TakenBack)
                .OrderBy(i => i.At).ToListAsync(ct);
            var records = await db.Slips.AsNoTracking().Where(s => s.CaseId == heading.Id).ToDictionaryAsync(s => s.EvidenceItemId, ct);
            List<Slip> slips = [];
            foreach (var item in items)
            {
                slips.Add(await SlipOfAsync(item, records.GetValueOrDefault(item.Id), ct));
            }

            var wanted = db.Filtered(heading.Id, new TransactionFilter { Flag = TransactionMark.SlipWanted }, []);
            var missing = await ViewTransactions.Handler.Rows(db, wanted).Take(MostLookedAt).ToListAsync(ct);
            return new View(heading, [.. slips.OrderBy(s => s.Confirmed is not null)], [.. missing.OrderBy(m => m.Dispute?.Due ?? DateOnly.MaxValue)]);
        }

        private async Task<Slip> SlipOfAsync(EvidenceItem item, SlipRecord? record, CancellationToken ct)
        {
            if (record is null)
            {
                return new Slip(item, null, null, []);
            }

            if (record.TransactionId is { } known)
            {
                var transaction = await db.Transactions.AsNoTracking().SingleAsync(t => t.Id == known, ct);
                return new Slip(item, record, SlipMatch.Weigh(record.Form, transaction), []);
            }

            var near = await Near(db, item.CaseId, record.Form).Take(MostLookedAt).ToListAsync(ct);
            return new Slip(item, record, null, SlipMatch.Rank(record.Form, near));
        }

        /// <summary>The transactions worth weighing: with the same reference, or the same amount, on its day first.</summary>
        internal static IQueryable<CaseTransaction> Near(AppDb db, CaseId id, SlipForm slip)
        {
            var (reference, amount) = (slip.Reference, slip.Amount);
            var (from, to) = (slip.Day?.AddDays(-1) ?? DateOnly.MinValue, slip.Day?.AddDays(1) ?? DateOnly.MaxValue);
            var tail = reference is { Length: >= 6 } ? "%" + reference[^6..] : reference;
            return db.Transactions.AsNoTracking()
                .Where(t => t.CaseId == id)
                .Where(t => (tail != null && t.Reference != null && EF.Functions.Like(t.Reference, tail))
                    || (amount != null && t.Amount == amount)
                    || (amount == null && reference == null && t.Day >= from && t.Day <= to))
                .OrderByDescending(t => t.Reference != null && t.Reference == reference)
                .ThenByDescending(t => t.Day >= from && t.Day <= to)
                .ThenByDescending(t => t.At);
        }
    }
}
