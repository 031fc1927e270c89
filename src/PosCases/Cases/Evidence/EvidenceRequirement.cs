namespace PosCases.Cases.Evidence;

/// <summary>How strictly a paper is asked for.</summary>
public enum RequirementLevel
{
    /// <summary>必交.</summary>
    Required,

    /// <summary>任一: one of several kinds is enough.</summary>
    OneOf,

    /// <summary>可选.</summary>
    Optional,
}

/// <summary>A paper that the playbook, the institution or the agent asks for.</summary>
public sealed class EvidenceRequirement
{
    private readonly List<EvidenceItem> items = [];

    private EvidenceRequirement()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Kinds of paper that satisfy it (evidence catalogue); more than one with <see cref="RequirementLevel.OneOf"/>.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>How strictly.</summary>
    public RequirementLevel Level { get; private set; }

    /// <summary>Why it is asked for, in Chinese.</summary>
    public string WhyZh { get; private set; } = "";

    /// <summary>Why it is asked for, in English.</summary>
    public string WhyEn { get; private set; } = "";

    /// <summary>Whether the plan asks for it; otherwise the agent or an institution does.</summary>
    public bool IsPlanned { get; private init; }

    /// <summary>Round in which it was asked for, from 1.</summary>
    public int Round { get; private init; }

    /// <summary>Place in the list.</summary>
    public int Position { get; private init; }

    /// <summary>Asked at.</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Waived by a supervisor at.</summary>
    public DateTimeOffset? WaivedAt { get; private set; }

    /// <summary>Why it was waived.</summary>
    public string? WaivedReason { get; private set; }

    /// <summary>What was handed in for it.</summary>
    public IReadOnlyList<EvidenceItem> Items => items;

    /// <summary>Whether nothing more is needed for it.</summary>
    public bool IsSettled => Level == RequirementLevel.Optional || WaivedAt is not null || items.Exists(i => i.Status == EvidenceStatus.Accepted);

    internal static EvidenceRequirement Of(CaseId caseId, EvidenceAsk ask, int round, int position, DateTimeOffset at, bool planned = false) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Codes = ask.Codes,
        Level = ask.Level,
        WhyZh = ask.WhyZh,
        WhyEn = ask.WhyEn,
        Round = round,
        Position = position,
        AskedAt = at,
        IsPlanned = planned,
    };

    /// <summary>Whether anything was handed in or decided for it.</summary>
    internal bool IsTouched => items.Count > 0 || WaivedAt is not null;

    /// <summary>Follows the plan's level and words.</summary>
    internal void Follow(EvidenceAsk ask) => (Level, WhyZh, WhyEn) = (ask.Level, ask.WhyZh, ask.WhyEn);

    internal void Take(EvidenceItem item) => items.Add(item);

    internal void Waive(string reason, DateTimeOffset at)
    {
        WaivedAt = at;
        WaivedReason = reason;
    }
}

/// <summary>A paper to ask for.</summary>
/// <param name="Codes">Kinds of the evidence catalogue, at least one.</param>
/// <param name="Level">How strictly.</param>
/// <param name="WhyZh">Why, in Chinese.</param>
/// <param name="WhyEn">Why, in English.</param>
public sealed record EvidenceAsk(IReadOnlyList<string> Codes, RequirementLevel Level, string WhyZh, string WhyEn);
