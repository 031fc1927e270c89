namespace PosCases.Cases.Verification;

/// <summary>Who says that this is the cause.</summary>
public enum CauseSource
{
    /// <summary>The institution.</summary>
    Institution,

    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>The agent's own finding.</summary>
    Agent,
}

/// <summary>How sure a cause is.</summary>
public enum Confidence
{
    /// <summary>A guess.</summary>
    Low,

    /// <summary>Likely.</summary>
    Medium,

    /// <summary>Stated in writing or by an official channel.</summary>
    High,
}

/// <summary>One cause of the freeze, with who says so and how sure it is. A case may carry several; removing keeps the row.</summary>
public sealed class CaseCause
{
    private CaseCause()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code of the cause taxonomy, e.g. <c>ABNORMAL_TXN</c>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>How sure.</summary>
    public Confidence Confidence { get; private init; }

    /// <summary>Who says so.</summary>
    public CauseSource Source { get; private init; }

    /// <summary>The institution's wording, or the agent's reason.</summary>
    public string? Note { get; private init; }

    /// <summary>Added at.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Added by.</summary>
    public Guid AddedById { get; private init; }

    /// <summary>Taken back at.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal static CaseCause Of(
        CaseId caseId, string code, Confidence confidence, CauseSource source, string? note, Guid by, DateTimeOffset at) => new()
        {
            Id = Guid.NewGuid(),
            CaseId = caseId,
            Code = code,
            Confidence = confidence,
            Source = source,
            Note = note,
            AddedById = by,
            AddedAt = at,
        };

    internal void Remove(DateTimeOffset at) => RemovedAt = at;
}
