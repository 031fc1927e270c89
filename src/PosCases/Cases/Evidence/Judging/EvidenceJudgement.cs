namespace PosCases.Cases.Evidence.Judging;

/// <summary>What somebody saw when he looked for one thing on a paper.</summary>
public enum CheckResult
{
    /// <summary>是.</summary>
    Yes,

    /// <summary>否.</summary>
    No,

    /// <summary>不适用.</summary>
    NotApplicable,
}

/// <summary>The answer to one check.</summary>
/// <param name="Code">Code of the check.</param>
/// <param name="Result">What was seen.</param>
public sealed record CheckMark(string Code, CheckResult Result);

/// <summary>One judgement of a paper. Never changed; one that was taken back stays with who did so and when.</summary>
public sealed class EvidenceJudgement
{
    private EvidenceJudgement()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The paper.</summary>
    public EvidenceItemId ItemId { get; private init; }

    /// <summary>Accepted, or sent back.</summary>
    public bool Accepted { get; private init; }

    /// <summary>Codes of the maintained reasons; none when it was said in free words only.</summary>
    public IReadOnlyList<string> ReasonCodes { get; private init; } = [];

    /// <summary>Why it was sent back, in Chinese.</summary>
    public string? ReasonZh { get; private init; }

    /// <summary>Why it was sent back, in English.</summary>
    public string? ReasonEn { get; private init; }

    /// <summary>What was looked for, and what was seen.</summary>
    public IReadOnlyList<CheckMark> Checks { get; private init; } = [];

    /// <summary>The paper that was asked for anew because of it.</summary>
    public Guid? AskedId { get; private set; }

    /// <summary>Stage of the case at that time.</summary>
    public CaseStatus Stage { get; private init; }

    /// <summary>Who judged.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at that time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Taken back at.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Name of who took it back.</summary>
    public string? UndoneByName { get; private set; }

    internal static EvidenceJudgement Of(Verdict verdict, EvidenceItem item, CaseStatus stage, Platform.Security.Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = item.CaseId,
        ItemId = item.Id,
        Accepted = verdict.Accepted,
        ReasonCodes = verdict.ReasonCodes,
        ReasonZh = verdict.ReasonZh,
        ReasonEn = verdict.ReasonEn,
        Checks = verdict.Checks,
        Stage = stage,
        ById = by.Id,
        ByName = by.Name,
        At = at,
    };

    internal void Asked(Guid requirement) => AskedId = requirement;

    internal void Undo(Platform.Security.Actor by, DateTimeOffset at) => (UndoneAt, UndoneByName) = (at, by.Name);
}

/// <summary>What is to be recorded of a paper that was looked at.</summary>
/// <param name="Accepted">Accepted, or sent back.</param>
/// <param name="ReasonZh">Why it is sent back, in Chinese; at most 500 characters, as in English.</param>
/// <param name="ReasonEn">Why it is sent back, in English.</param>
public sealed record Verdict(bool Accepted, string? ReasonZh = null, string? ReasonEn = null)
{
    /// <summary>Codes of the maintained reasons.</summary>
    public IReadOnlyList<string> ReasonCodes { get; init; } = [];

    /// <summary>What was looked for, and what was seen.</summary>
    public IReadOnlyList<CheckMark> Checks { get; init; } = [];

    /// <summary>Whether the paper is asked for anew when nobody had asked for it.</summary>
    public bool AsksAgain { get; init; }
}
