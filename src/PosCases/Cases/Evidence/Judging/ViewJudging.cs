using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Reads what one needs beside a case in order to judge its papers.</summary>
public static class ViewJudging
{
    /// <summary>Reads what to compare with, and which files came twice.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<Answer>;

    /// <summary>What one needs in order to judge.</summary>
    /// <param name="Merchant">The merchant as on record.</param>
    /// <param name="Twins">Files of this merchant with the very same content, for each paper of the case.</param>
    public sealed record Answer(MerchantFacts Merchant, ILookup<EvidenceItemId, Twin> Twins);

    /// <summary>The merchant as on record, to compare papers with.</summary>
    /// <param name="Name">As on the licence.</param>
    /// <param name="CreditCode">Unified social credit code.</param>
    /// <param name="Address">Where it trades, its stores too.</param>
    /// <param name="Accounts">Settlement accounts in use: bank, holder, last four digits.</param>
    /// <param name="Terminals">Terminal and serial numbers in use.</param>
    public sealed record MerchantFacts(
        string Name, string? CreditCode, IReadOnlyList<string> Address, IReadOnlyList<AccountFacts> Accounts, IReadOnlyList<string> Terminals);

    /// <summary>A settlement account, as far as it is kept.</summary>
    public sealed record AccountFacts(string Bank, string Holder, string LastFour);

    /// <summary>A file with the very same content.</summary>
    /// <param name="Id">The other paper.</param>
    /// <param name="CaseNumber">Its case.</param>
    /// <param name="Code">Its kind.</param>
    /// <param name="FileName">Its label.</param>
    /// <param name="At">Handed in at.</param>
    public sealed record Twin(EvidenceItemId Id, string CaseNumber, string Code, string FileName, DateTimeOffset At);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => c.Id == query.Id)
                .Select(c => new { c.MerchantId })
                .SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            return new Answer(await FactsAsync(found.MerchantId, ct), await TwinsAsync(query.Id, found.MerchantId, ct));
        }

        private async Task<MerchantFacts> FactsAsync(MerchantId id, CancellationToken ct)
        {
            var merchant = await db.Merchants.AsNoTracking().AsSplitQuery().Where(m => m.Id == id)
                .Include(m => m.Accounts.Where(a => a.EndedAt == null))
                .Include(m => m.Terminals.Where(t => t.EndedAt == null))
                .Include(m => m.Stores.Where(s => s.EndedAt == null))
                .SingleAsync(ct);
            return new MerchantFacts(
                merchant.Name,
                merchant.UnifiedCreditCode,
                [.. new[] { merchant.Address }.Concat(merchant.Stores.Select(s => s.Address)).OfType<string>().Distinct()],
                [.. merchant.Accounts.Select(a => new AccountFacts(a.BankName, a.Holder, a.LastFour))],
                [.. merchant.Terminals.SelectMany(t => new[] { t.Number, t.SerialNumber }).OfType<string>()]);
        }

        // Within the merchant's own cases only, and of these only those that the actor may see: a hash must not tell of anybody else's papers.
        private async Task<ILookup<EvidenceItemId, Twin>> TwinsAsync(CaseId id, MerchantId merchant, CancellationToken ct)
        {
            var mine = await db.Set<EvidenceItem>().Where(i => i.CaseId == id && i.Status != EvidenceStatus.TakenBack)
                .Select(i => new { i.Id, i.Sha256 }).ToListAsync(ct);
            var hashes = mine.Select(i => i.Sha256).Distinct().ToList();
            var others = await db.Cases.VisibleTo(actor).Where(c => c.MerchantId == merchant)
                .SelectMany(c => c.Evidence, (c, i) => new { c.Number, Item = i })
                .Where(x => hashes.Contains(x.Item.Sha256) && x.Item.Status != EvidenceStatus.TakenBack)
                .Select(x => new { x.Item.Sha256, Twin = new Twin(x.Item.Id, x.Number, x.Item.Code, x.Item.FileName, x.Item.At) })
                .ToListAsync(ct);
            return mine
                .SelectMany(i => others.Where(o => o.Sha256 == i.Sha256 && o.Twin.Id != i.Id).OrderBy(o => o.Twin.At).Select(o => (i.Id, o.Twin)))
                .ToLookup(x => x.Id, x => x.Twin);
        }
    }
}
