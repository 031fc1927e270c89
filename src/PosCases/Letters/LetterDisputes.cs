using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Slips;
using PosCases.Platform;
using PosCases.Platform.Data;

namespace PosCases.Letters;

/// <summary>A disputed transaction as a letter tells it.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Dispute">What is said of it.</param>
/// <param name="Slips">The accepted papers that a person says are its own, with what was read off them.</param>
internal sealed record LetterDispute(CaseTransaction Transaction, DisputedTransaction Dispute, IReadOnlyList<LetterSlip> Slips)
{
    /// <summary>Retrieval reference number, by the export or else by the slip.</summary>
    public string? Reference => Transaction.Reference ?? Read(s => s.Reference);

    /// <summary>Authorisation code, by the export or else by the slip.</summary>
    public string? AuthCode => Transaction.AuthCode ?? Read(s => s.AuthCode);

    /// <summary>Terminal number, by the export or else by the slip.</summary>
    public string? Terminal => Transaction.Terminal ?? Read(s => s.Terminal);

    /// <summary>Last four digits of the card, by the export or else by the slip.</summary>
    public string? CardTail => Transaction.Card is { Length: >= 4 } card && card[^4..].All(char.IsAsciiDigit) ? card[^4..] : Read(s => s.CardTail);

    private string? Read(Func<SlipRecord, string?> field) => Slips.Select(s => field(s.Record)).FirstOrDefault(v => !string.IsNullOrEmpty(v));
}

/// <summary>A paper that belongs to a transaction.</summary>
/// <param name="Record">What was read off it.</param>
/// <param name="Code">Kind of the evidence catalogue.</param>
/// <param name="FileName">Label.</param>
internal sealed record LetterSlip(SlipRecord Record, string Code, string FileName);

/// <summary>The rows of a letter about disputed transactions; what is not known is marked, cell by cell.</summary>
internal static class LetterDisputes
{
    /// <summary>Most characters of the rows; what does not fit is counted in a last one.</summary>
    private const int Room = LetterContent.BodyLength - 800;

    /// <summary>The transactions that a reply is about: those asked for by a retrieval, or else all that are disputed, oldest first.</summary>
    public static async Task<IReadOnlyList<LetterDispute>> LetterDisputesAsync(this AppDb db, CaseId id, CancellationToken ct)
    {
        var found = await (
            from dispute in db.Disputes.AsNoTracking()
            join transaction in db.Transactions on dispute.TransactionId equals transaction.Id
            where dispute.CaseId == id
            orderby transaction.At, transaction.Row
            select new { Dispute = dispute, Transaction = transaction }).ToListAsync(ct);
        if (found.Count == 0)
        {
            return [];
        }

        var slips = await (
            from slip in db.Slips.AsNoTracking()
            join item in db.Set<EvidenceItem>() on slip.EvidenceItemId equals item.Id
            where slip.CaseId == id && slip.TransactionId != null && item.Status == EvidenceStatus.Accepted
            orderby item.At
            select new LetterSlip(slip, item.Code, item.FileName)).ToListAsync(ct);
        var all = found.ConvertAll(f => new LetterDispute(f.Transaction, f.Dispute, [.. slips.Where(s => s.Record.TransactionId == f.Transaction.Id)]));
        var asked = all.FindAll(d => d.Dispute.Reason == DisputeReason.Retrieval);
        return asked.Count > 0 ? asked : all;
    }

    /// <summary>The rows; one of marks where no transaction is disputed.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<LetterDispute> disputes, LetterLanguage language)
    {
        var used = 0;
        foreach (var (at, row) in disputes.Select(d => Row(d, language)).DefaultIfEmpty(Row(null, language)).Index())
        {
            if (used + row.Length > Room)
            {
                yield return LetterLibrary.Words.Say("moreTransactions", language, disputes.Count - at);
                yield break;
            }

            used += row.Length + 1;
            yield return row;
        }
    }

    /// <summary>By when the first reply is due.</summary>
    public static string? Due(IReadOnlyList<LetterDispute> disputes, LetterLanguage language) =>
        disputes.Min(d => d.Dispute.Due) is { } due ? LetterLibrary.Words.Day(due, language) : null;

    private static string Row(LetterDispute? dispute, LetterLanguage language) => string.Join(
        " | ",
        Cell(dispute is null ? null : TimeOf(dispute.Transaction, language), "txn.at", language),
        Cell(dispute?.CardTail, "txn.card", language),
        Cell(dispute?.Transaction.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture), "txn.amount", language),
        Cell(dispute?.Reference, "txn.reference", language),
        Cell(dispute?.AuthCode, "txn.auth", language),
        Cell(dispute?.Terminal, "txn.terminal", language),
        Cell(dispute is null ? null : SlipOf(dispute, language), "txn.slip", language));

    private static string TimeOf(CaseTransaction transaction, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        return transaction.HasTime
            ? TimeZoneInfo.ConvertTime(transaction.At, ShanghaiTime.Zone).ToString(words.Words["moments"].In(language), CultureInfo.InvariantCulture)
            : words.Day(transaction.Day, language);
    }

    private static string? SlipOf(LetterDispute dispute, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        return dispute.Slips.Count > 0
            ? string.Join(words.Words["comma"].In(language), dispute.Slips.Select(s => s.Code == "SALES_SLIP" ? s.FileName : $"{words.Papers.GetValueOrDefault(s.Code)?.In(language) ?? s.Code} {s.FileName}"))
            : dispute.Dispute.Slip switch
            {
                SlipState.NotToBeHad => words.Words["slipRefused"].In(language),
                SlipState.NotNeeded => words.Words["slipNotNeeded"].In(language),
                SlipState.Wanted or SlipState.Found => null,
            };
    }

    // A bar would begin another cell.
    private static string Cell(string? value, string field, LetterLanguage language) =>
        string.IsNullOrWhiteSpace(value) ? LetterLibrary.Words.Mark(LetterLibrary.Field(field)!, language) : value.Replace('|', '/').ReplaceLineEndings(" ");
}
