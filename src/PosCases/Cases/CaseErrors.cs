using PosCases.Platform.Messages;

namespace PosCases.Cases;

/// <summary>The action does not exist in this status, or not for this actor.</summary>
public sealed record CaseMoveRefused(CaseStatus Status, CaseAction Action) : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.MoveRefused";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Status, Action];
}

/// <summary>A closed case is locked until a supervisor reopens it.</summary>
public sealed record CaseLocked : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.Locked";
}

/// <summary>Something that the action needs is still missing.</summary>
/// <param name="Lack">What is missing; each value has its own text.</param>
/// <param name="Count">How many of it, where it can be counted.</param>
public sealed record CaseNotReady(Lack Lack, int Count = 0) : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.NotReady." + Lack;

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Count];
}

/// <summary>What a case may lack for an action.</summary>
public enum Lack
{
    /// <summary>No verdict on the notice.</summary>
    Verdict,

    /// <summary>The recorded verdict is another one.</summary>
    OtherVerdict,

    /// <summary>No cause classified.</summary>
    Cause,

    /// <summary>No check by an official channel that was answered.</summary>
    OfficialCheck,

    /// <summary>No record of who imposed what.</summary>
    FreezeRecord,

    /// <summary>Required evidence neither accepted nor waived.</summary>
    Evidence,

    /// <summary>No institution to submit to.</summary>
    Institution,

    /// <summary>No proof of the outcome.</summary>
    Proof,

    /// <summary>The ledger says something else than the outcome.</summary>
    Balance,

    /// <summary>Abilities are still off, or work for a time only.</summary>
    Abilities,

    /// <summary>Mandatory steps neither done nor explained.</summary>
    Steps,

    /// <summary>The merchant did not ask for it.</summary>
    WithdrawalRequest,

    /// <summary>The case was not closed as refused.</summary>
    Refusal,

    /// <summary>A submission was not answered yet.</summary>
    OpenRound,
}

/// <summary>The ledger cannot give more than it holds.</summary>
public sealed record LedgerOverdrawn(decimal Remaining) : Error
{
    /// <inheritdoc/>
    public override string Code => "Ledger.Overdrawn";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Remaining];
}

/// <summary>Only the case's owner may do this.</summary>
public sealed record NotTheOwner : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.NotTheOwner";
}

/// <summary>The work does not belong to the present stage.</summary>
public sealed record WrongStage(CaseStatus Status) : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.WrongStage";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Status];
}
