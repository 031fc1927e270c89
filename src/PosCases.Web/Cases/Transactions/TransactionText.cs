namespace PosCases.Web.Cases.Transactions;

/// <summary>Texts of a case's transactions: imports, lists, slips, the self-check and its chart.</summary>
public sealed class TransactionText;
