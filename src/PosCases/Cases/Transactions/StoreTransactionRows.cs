using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Takes in one batch of rows. How far the import came is stored with them, so that no row is taken in twice and none is left out.</summary>
public static class StoreTransactionRows
{
    /// <summary>Takes in one batch of rows.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="From">How many rows were read before this batch.</param>
    /// <param name="Good">The transactions.</param>
    /// <param name="Bad">The rows to be kept.</param>
    /// <param name="Read">What was read.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(
        TransactionImportId ImportId, int From, IReadOnlyList<TransactionFacts> Good, IReadOnlyList<KeptRow> Bad, ImportProgress Read) : Change;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.TransactionImports.SingleOrDefaultAsync(i => i.Id == command.ImportId, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            var (added, known, twins) = await SortAsync(import, command.Good, ct);
            var kept = command.Bad.Concat(twins.Select(t => t.Kept)).ToList();
            var advanced = import.Advance(
                command.From, command.Read with { Good = added.Count, Known = known, Bad = kept.Count, Amount = command.Read.Amount - twins.Sum(t => t.Amount) });
            if (advanced.Succeeded)
            {
                db.Transactions.AddRange(added);
                db.ImportIssues.AddRange(kept.Select(row => ImportIssue.Of(import.CaseId, import.Id, row)));
            }

            return advanced;
        }

        // With a reference number the same transaction is the same; without one two may only look alike, and somebody must say.
        private async Task<(List<CaseTransaction> Added, int Known, List<(KeptRow Kept, decimal Amount)> Twins)> SortAsync(
            TransactionImport import, IReadOnlyList<TransactionFacts> rows, CancellationToken ct)
        {
            var keyed = rows.Select(r => (Facts: r, Key: r.KeyOf())).ToList();
            var keys = keyed.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList();
            var there = await db.Transactions.Where(t => t.CaseId == import.CaseId && keys.Contains(t.Key))
                .ToDictionaryAsync(t => t.Key, t => t.ImportId, StringComparer.Ordinal, ct);
            List<CaseTransaction> added = [];
            List<(KeptRow, decimal)> twins = [];
            var known = 0;
            foreach (var (facts, key) in keyed)
            {
                if (!there.TryGetValue(key, out var from))
                {
                    added.Add(CaseTransaction.Of(import.CaseId, import.Id, facts, key));
                    there[key] = import.Id;
                }
                else if (facts.Reference is not null || from != import.Id)
                {
                    known++;
                }
                else
                {
                    twins.Add((new KeptRow(facts.Row, TwinCells(import, facts), new RowProblem(RowProblemKind.PossibleTwin, null, "")), facts.Kind is TransactionKind.Refund ? -facts.Amount : facts.Amount));
                }
            }

            return (added, known, twins);
        }

        private static List<string> TwinCells(TransactionImport import, TransactionFacts facts) =>
            [.. import.Columns.Select(c => FactCells.Of(c, facts))];
    }
}

/// <summary>Writes a transaction back as cells, so that a row that was read can be kept like one that was not.</summary>
internal static class FactCells
{
    /// <summary>The cell of a column.</summary>
    public static string Of(TransactionField field, TransactionFacts facts) => field switch
    {
        TransactionField.Moment => TimeZoneInfo.ConvertTime(facts.At, Platform.ShanghaiTime.Zone)
            .ToString(facts.HasTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TransactionField.Day => Platform.ShanghaiTime.DateOf(facts.At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TransactionField.Amount => facts.Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
        TransactionField.Fee => facts.Fee?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        TransactionField.Reference => facts.Reference ?? "",
        TransactionField.Voucher => facts.Voucher ?? "",
        TransactionField.AuthCode => facts.AuthCode ?? "",
        TransactionField.Terminal => facts.Terminal ?? "",
        TransactionField.Card => facts.Card ?? "",
        TransactionField.Merchant => facts.MerchantNumber ?? "",
        TransactionField.Kind => $"{facts.Kind}",
        TransactionField.Status => facts.State is TransactionState.Unknown ? "" : $"{facts.State}",
        TransactionField.CardKind => facts.CardKind is CardKind.Unknown ? "" : $"{facts.CardKind}",
        TransactionField.Ignored or TransactionField.Secret => "",
    };
}
