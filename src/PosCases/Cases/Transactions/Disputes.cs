using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Why a transaction is looked at.</summary>
public enum DisputeReason
{
    /// <summary>调单: the issuer wants to see its slip.</summary>
    Retrieval,

    /// <summary>持卡人否认.</summary>
    CardholderDenies,

    /// <summary>机构指为异常.</summary>
    CalledAbnormal,

    /// <summary>涉案资金.</summary>
    CaseFunds,

    /// <summary>交易失败但已扣款.</summary>
    FailedButCharged,

    /// <summary>退款争议.</summary>
    RefundDispute,

    /// <summary>大额待核实.</summary>
    LargeToVerify,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Where the slip of a disputed transaction is.</summary>
public enum SlipState
{
    /// <summary>还没找.</summary>
    Wanted,

    /// <summary>已找到.</summary>
    Found,

    /// <summary>找不到.</summary>
    NotToBeHad,

    /// <summary>不需要.</summary>
    NotNeeded,
}

/// <summary>What people say of a transaction that is disputed.</summary>
/// <param name="Reason">Why it is looked at.</param>
/// <param name="Note">In words.</param>
/// <param name="Slip">Where its slip is.</param>
/// <param name="Who">Who looks for it.</param>
/// <param name="Due">By when; what the notice says, not a rule.</param>
public sealed record DisputeForm(DisputeReason Reason, string? Note, SlipState Slip, string? Who, DateOnly? Due);

/// <summary>A transaction on the list of disputed ones.</summary>
public sealed class DisputedTransaction
{
    private DisputedTransaction()
    {
    }

    /// <summary>The transaction.</summary>
    public Guid TransactionId { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Why it is looked at.</summary>
    public DisputeReason Reason { get; private set; }

    /// <summary>In words.</summary>
    public string? Note { get; private set; }

    /// <summary>Where its slip is.</summary>
    public SlipState Slip { get; private set; }

    /// <summary>Who looks for it.</summary>
    public string? Who { get; private set; }

    /// <summary>By when.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>Name of who said so last.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Last said at.</summary>
    public DateTimeOffset At { get; private set; }

    internal static DisputedTransaction Of(CaseTransaction transaction, DisputeForm form, Actor by, DateTimeOffset at)
    {
        var made = new DisputedTransaction { TransactionId = transaction.Id, CaseId = transaction.CaseId };
        made.Say(form, by, at);
        return made;
    }

    internal void Say(DisputeForm form, Actor by, DateTimeOffset at) =>
        (Reason, Note, Slip, Who, Due, ByName, At) = (form.Reason, form.Note, form.Slip, form.Who, form.Due, by.Name, at);

    internal void FindSlip(Actor by, DateTimeOffset at) => (Slip, ByName, At) = (SlipState.Found, by.Name, at);
}

/// <summary>There are as many as there may be.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyImports(int Most) : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.TooManyImports";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Most];
}

/// <summary>The very same file was imported into this case before.</summary>
/// <param name="Name">Its name then.</param>
public sealed record FileImportedBefore(string Name) : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.FileImportedBefore";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name];
}
