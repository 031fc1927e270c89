using System.Text.Json.Serialization;
using PosCases.Platform;

namespace PosCases.Cases.Plan;

/// <summary>How long a step, or the answer that it asks for, may take. Our own limits run as clocks of the case; those of rules are shown, because their
/// beginning is known only where it is recorded (the measure, the filing).</summary>
public sealed record StepDeadline
{
    /// <summary>How many units, at least 1.</summary>
    public required int Amount { get; init; }

    /// <summary>Of what.</summary>
    public required DeadlineUnit Unit { get; init; }

    /// <summary>From when.</summary>
    public required DeadlineStart From { get; init; }

    /// <summary>Why so long, in words.</summary>
    public required Bilingual Basis { get; init; }

    /// <summary>Code of the rule that sets it, or <see cref="Ours"/>.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the source is.</summary>
    public required SourceLabel Label { get; init; }

    /// <summary>Source of a deadline that we set ourselves.</summary>
    public const string Ours = "ours";
}

/// <summary>Units of a deadline.</summary>
public enum DeadlineUnit
{
    /// <summary>Hours from the stated moment.</summary>
    Hours,

    /// <summary>Calendar days; the first day does not count.</summary>
    Days,

    /// <summary>Working days of mainland China.</summary>
    WorkingDays,

    /// <summary>Months, to the corresponding day.</summary>
    Months,
}

/// <summary>What a deadline runs from.</summary>
public enum DeadlineStart
{
    /// <summary>The merchant handed the case in.</summary>
    CaseFiled,

    /// <summary>The stage of the step began.</summary>
    StageStart,

    /// <summary>The step was begun.</summary>
    StepStart,

    /// <summary>The measure began; its document says when.</summary>
    MeasureStart,

    /// <summary>The body received what was filed.</summary>
    FilingReceived,

    /// <summary>A notice or decision was received.</summary>
    NoticeReceived,

    /// <summary>The merchant knew, or should have known.</summary>
    Knowledge,

    /// <summary>The authority established it.</summary>
    Established,

    /// <summary>The last sale.</summary>
    LastSale,
}

/// <summary>How sure a source is (domain: confidence labels). Only V and V- may state a duty.</summary>
public enum SourceLabel
{
    /// <summary>The rule's text was read.</summary>
    V,

    /// <summary>The rule's text was read in a conversion by others.</summary>
    [JsonStringEnumMemberName("V-")]
    VMinus,

    /// <summary>A secondary source: "usually".</summary>
    S,

    /// <summary>Our own practice, no rule.</summary>
    [JsonStringEnumMemberName("ours")]
    Ours,
}
