namespace PosCases.Cases.Measures;

/// <summary>Why one asks.</summary>
public enum RenewalAskKind
{
    /// <summary>The expected expiry is near.</summary>
    BeforeExpiry,

    /// <summary>It has passed.</summary>
    AfterExpiry,

    /// <summary>Nobody could say; it is asked again.</summary>
    Again,
}

/// <summary>What the asking came to.</summary>
public enum RenewalAnswer
{
    /// <summary>It was renewed.</summary>
    Renewed,

    /// <summary>It ended.</summary>
    Ended,

    /// <summary>Nobody could say; asked again later.</summary>
    AskAgain,

    /// <summary>The dates were corrected, so the question is another one.</summary>
    Corrected,
}

/// <summary>The question whether a measure was renewed, raised by the watch; it stays due until an answer is recorded.</summary>
public sealed class RenewalAsk
{
    private RenewalAsk()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The measure.</summary>
    public Guid MeasureId { get; private init; }

    /// <summary>Why.</summary>
    public RenewalAskKind Kind { get; private init; }

    /// <summary>The expected expiry it is about.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>Raised at.</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>By when it should be asked.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>What it came to; none while it is open.</summary>
    public RenewalAnswer? Answer { get; private set; }

    /// <summary>Whom one asked and what was said.</summary>
    public string? Note { get; private set; }

    /// <summary>Answered at.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal static RenewalAsk Of(CaseId caseId, Guid measure, RenewalAskKind kind, DateTimeOffset expiresAt, DateTimeOffset dueAt, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        MeasureId = measure,
        Kind = kind,
        ExpiresAt = expiresAt,
        DueAt = dueAt,
        RaisedAt = at,
    };

    internal void Settle(RenewalAnswer answer, string? note, DateTimeOffset at) => (Answer, Note, AnsweredAt) = (answer, note, at);
}
