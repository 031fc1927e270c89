using PosCases.Cases.Transactions;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>Says that transactions came into the case.</summary>
    internal void RecordImport(TransactionImport import, Actor by, DateTimeOffset at) => Record(
        CaseEventKind.TransactionsImported, by, at,
        EventDetails.Of(("file", import.FileName), ("good", import.Good), ("bad", import.Bad > 0 ? import.Bad : null), ("sender", import.ByName)));

    /// <summary>Says that a transaction came onto the list of disputed ones, or left it.</summary>
    internal void RecordDispute(CaseTransaction transaction, DisputeReason? reason, Actor by, DateTimeOffset at) => Record(
        reason is null ? CaseEventKind.DisputeCleared : CaseEventKind.TransactionDisputed, by, at,
        EventDetails.Of(("on", transaction.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("amount", transaction.Amount), ("dispute", reason)));

    /// <summary>Says that a person found the transaction of a slip.</summary>
    internal void RecordSlip(string evidence, CaseTransaction transaction, Actor by, DateTimeOffset at) => Record(
        CaseEventKind.SlipMatched, by, at,
        EventDetails.Of(
            ("evidence", evidence), ("on", transaction.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("amount", transaction.Amount)));
}
