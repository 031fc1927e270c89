using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Identifies a look-back.</summary>
public readonly record struct LookBackId(Guid Value) : ITypedId<LookBackId>
{
    /// <inheritdoc/>
    public static LookBackId Of(Guid value) => new(value);
}

/// <summary>How the account works some time after the closing.</summary>
public enum LookBackAnswer
{
    /// <summary>正常使用.</summary>
    Well,

    /// <summary>又受限制.</summary>
    Restricted,

    /// <summary>其他情况.</summary>
    Other,

    /// <summary>联系不上: of the desk's result only.</summary>
    Unreached,
}

/// <summary>How much of what was planned is done.</summary>
public enum CareProgress
{
    /// <summary>都做了.</summary>
    All,

    /// <summary>做了一部分.</summary>
    Some,

    /// <summary>还没有做.</summary>
    None,
}

/// <summary>Where a look-back stands.</summary>
public enum LookBackState
{
    /// <summary>待记录.</summary>
    Open,

    /// <summary>已记录.</summary>
    Done,
}

/// <summary>What came of a look-back.</summary>
/// <param name="Account">How the account works.</param>
/// <param name="Refrozen">Whether it was restricted again.</param>
/// <param name="Measures">How much of the plan is done.</param>
/// <param name="Note">What else is worth knowing, at most 1000 characters.</param>
public sealed record LookBackResult(LookBackAnswer Account, bool Refrozen, CareProgress Measures, string? Note);

/// <summary>Somebody looks back on a closed case, 30 and 90 days after the closing.</summary>
public sealed class LookBack : IVersioned
{
    private LookBack()
    {
    }

    /// <summary>Order of all look-backs; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>Id.</summary>
    public LookBackId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The merchant.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Who owned the case and looks back; none for the queue.</summary>
    public Guid? OwnerId { get; private init; }

    /// <summary>Day of the closing.</summary>
    public DateOnly ClosedOn { get; private init; }

    /// <summary>Days after the closing: 30 or 90.</summary>
    public int Days { get; private init; }

    /// <summary>By when it must be recorded.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Begun at.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>What the merchant answered; none before.</summary>
    public LookBackAnswer? Answer { get; private set; }

    /// <summary>What he added.</summary>
    public string? AnswerWords { get; private set; }

    /// <summary>When he answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The case that he filed after he said that the account is restricted again.</summary>
    public CaseId? FollowedBy { get; private set; }

    /// <summary>What came of it; none before.</summary>
    public LookBackResult? Result { get; private set; }

    /// <summary>Whether it was recorded; a word and not a bit, because lists read its index.</summary>
    public LookBackState State { get; private set; }

    /// <summary>Whether it was recorded.</summary>
    public bool IsDone => State == LookBackState.Done;

    /// <summary>Recorded by.</summary>
    public string? DoneByName { get; private set; }

    /// <summary>Recorded at.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    internal static LookBack Open(CarePlan plan, Guid? owner, DateOnly dueOn, DateTimeOffset at) => new()
    {
        Id = new LookBackId(Guid.NewGuid()),
        CaseId = plan.CaseId,
        MerchantId = plan.MerchantId,
        OwnerId = owner,
        ClosedOn = plan.ClosedOn!.Value,
        Days = plan.NextLookBackDays,
        DueOn = dueOn,
        OpenedAt = at,
    };

    /// <summary>The merchant answers; until the result is recorded he may answer again.</summary>
    public Platform.Messages.Result Say(LookBackAnswer answer, string? words, DateTimeOffset at)
    {
        if (IsDone)
        {
            return new CareRefused(CareRefusal.LookBackDone);
        }

        (Answer, AnswerWords, AnsweredAt) = (answer, words, at);
        return Platform.Messages.Result.Ok;
    }

    /// <summary>The desk records what came of it.</summary>
    public Platform.Messages.Result Record(LookBackResult result, Actor by, DateTimeOffset at)
    {
        if (IsDone)
        {
            return new CareRefused(CareRefusal.LookBackDone);
        }

        (Result, State, DoneByName, DoneAt) = (result, LookBackState.Done, by.Name, at);
        return Platform.Messages.Result.Ok;
    }

    /// <summary>The merchant filed a case after he said that the account is restricted again.</summary>
    internal void Follow(CaseId later) => FollowedBy = later;

    /// <summary>Takes out what people wrote; what was answered and found stays.</summary>
    internal void Forget() => (AnswerWords, Result) = (null, Result is null ? null : Result with { Note = null });
}
