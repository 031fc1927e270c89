using PosCases.Cases.Evidence;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions.Slips;

/// <summary>What a person read off a slip, receipt, order or delivery note. Nothing is read by a machine.</summary>
public sealed record SlipForm
{
    /// <summary>Longest authorisation code.</summary>
    public const int AuthCodeLength = 12;

    /// <summary>Retrieval reference number.</summary>
    public string? Reference { get; init; }

    /// <summary>In yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Day in Shanghai.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Time in Shanghai.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Terminal number.</summary>
    public string? Terminal { get; init; }

    /// <summary>Last four digits of the card.</summary>
    public string? CardTail { get; init; }

    /// <summary>Authorisation code of the issuer; nothing is looked for by it.</summary>
    public string? AuthCode { get; init; }

    /// <summary>Whether there is anything to look for.</summary>
    public bool SaysSomething => Reference is { Length: > 0 } || Amount is not null || Day is not null;
}

/// <summary>What was read off a paper, and the transaction that a person says it belongs to.</summary>
public sealed class SlipRecord
{
    /// <summary>The papers that can belong to a transaction.</summary>
    public static readonly IReadOnlyList<string> Codes =
        ["SALES_SLIP", "RECEIPT", "ORDER_RECORD", "DELIVERY_NOTE", "INVOICE", "REFUND_PROOF", "PURCHASE_ORDER"];

    private SlipRecord()
    {
    }

    /// <summary>The paper.</summary>
    public EvidenceItemId EvidenceItemId { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Retrieval reference number.</summary>
    public string? Reference { get; private set; }

    /// <summary>In yuan.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Day in Shanghai.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Time in Shanghai.</summary>
    public TimeOnly? Time { get; private set; }

    /// <summary>Terminal number.</summary>
    public string? Terminal { get; private set; }

    /// <summary>Last four digits of the card.</summary>
    public string? CardTail { get; private set; }

    /// <summary>Authorisation code of the issuer.</summary>
    public string? AuthCode { get; private set; }

    /// <summary>Name of who read it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Read at.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The transaction; none until a person confirmed one.</summary>
    public Guid? TransactionId { get; private set; }

    /// <summary>How much spoke for it when it was confirmed.</summary>
    public int? Score { get; private set; }

    /// <summary>Name of who confirmed it.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>Confirmed at.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>What was read.</summary>
    public SlipForm Form => new() { Reference = Reference, Amount = Amount, Day = Day, Time = Time, Terminal = Terminal, CardTail = CardTail, AuthCode = AuthCode };

    internal static SlipRecord Of(EvidenceItemId item, CaseId caseId) => new() { EvidenceItemId = item, CaseId = caseId };

    /// <summary>Says what stands on it; a confirmed transaction is open again, because it was confirmed for something else.</summary>
    internal void Say(SlipForm form, Actor by, DateTimeOffset at)
    {
        // The authorisation code says nothing of which transaction it is.
        if (form with { AuthCode = AuthCode } != Form)
        {
            Release();
        }

        (Reference, Amount, Day, Time) = (form.Reference, form.Amount, form.Day, form.Time);
        (Terminal, CardTail, AuthCode) = (form.Terminal, form.CardTail, form.AuthCode);
        (ByName, At) = (by.Name, at);
    }

    internal void Confirm(SlipCandidate candidate, Actor by, DateTimeOffset at) =>
        (TransactionId, Score, ConfirmedBy, ConfirmedAt) = (candidate.Transaction.Id, candidate.Score, by.Name, at);

    internal void Release() => (TransactionId, Score, ConfirmedBy, ConfirmedAt) = (null, null, null, null);
}
