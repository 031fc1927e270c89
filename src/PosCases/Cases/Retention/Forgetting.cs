using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Packs;
using PosCases.Cases.Transactions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Retention;

/// <summary>Takes what erased papers and transactions were out of the records that stay: names, days, amounts. That they were there stays.</summary>
internal sealed class Forgetting(AppDb db)
{
    /// <summary>Forgets the names of papers in the history, in what was sent, in packs and in receipts, and what people read off them.</summary>
    /// <param name="id">The case.</param>
    /// <param name="erased">The papers.</param>
    /// <param name="names">What they and the erased lists were called.</param>
    /// <param name="ct">Stops it.</param>
    public async Task PapersAsync(CaseId id, IReadOnlyList<EvidenceItem> erased, IReadOnlySet<string> names, CancellationToken ct)
    {
        foreach (var happened in await db.CaseEvents.Where(e => e.CaseId == id).ToListAsync(ct))
        {
            happened.ForgetFile(names);
        }

        var items = erased.Select(i => i.Id).ToList();
        foreach (var sent in await db.Set<SubmittedPaper>().Where(p => items.Contains(p.ItemId)).ToListAsync(ct))
        {
            sent.ForgetName();
        }

        var values = items.Select(i => i.Value).ToHashSet();
        foreach (var pack in await db.Set<CasePack>().Where(p => p.CaseId == id).ToListAsync(ct))
        {
            pack.ForgetNames(values);
        }

        await db.Slips.Where(s => items.Contains(s.EvidenceItemId)).ExecuteDeleteAsync(ct);
        await ReceiptsAsync(names, ct);
    }

    /// <summary>Deletes the transactions of a case with all that people and the self-check said of them.</summary>
    public async Task TransactionsAsync(CaseId id, CancellationToken ct)
    {
        foreach (var happened in await db.CaseEvents.Where(e => e.CaseId == id).ToListAsync(ct))
        {
            happened.ForgetTransaction();
        }

        await db.Slips.Where(s => s.CaseId == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.TransactionId, (Guid?)null).SetProperty(s => s.Score, (int?)null), ct);
        await db.Disputes.Where(d => d.CaseId == id).ExecuteDeleteAsync(ct);
        await db.SignalChecks.Where(c => c.CaseId == id).ExecuteDeleteAsync(ct);
        await db.Transactions.Where(t => t.CaseId == id).ExecuteDeleteAsync(ct);
        await db.ImportIssues.Where(i => i.CaseId == id).ExecuteDeleteAsync(ct);
    }

    // Receipts of openings kept the name once. Who repeats such a command is answered anew, which is refused.
    private async Task ReceiptsAsync(IReadOnlySet<string> names, CancellationToken ct)
    {
        var opening = MessageName.Of(typeof(OpenEvidence.Command));
        foreach (var name in names)
        {
            var written = $"\"Name\":{JsonSerializer.Serialize(name)}";
            await db.Set<CommandReceipt>().Where(r => r.Message == opening && r.Answer!.Contains(written)).ExecuteDeleteAsync(ct);
        }
    }
}
