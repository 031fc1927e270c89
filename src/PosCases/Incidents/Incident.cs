using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Identifies an incident.</summary>
public readonly record struct IncidentId(Guid Value) : ITypedId<IncidentId>
{
    /// <inheritdoc/>
    public static IncidentId Of(Guid value) => new(value);
}

/// <summary>Where an incident stands.</summary>
public enum IncidentStatus
{
    /// <summary>待确认: suggested by the system; no case knows of it.</summary>
    Suggested,

    /// <summary>处理中: a supervisor opened it.</summary>
    Open,

    /// <summary>已结束: a supervisor closed it with a summary.</summary>
    Closed,

    /// <summary>已忽略: a supervisor did not take the suggestion; it comes back only when it grows.</summary>
    Dismissed,
}

/// <summary>
/// One happening that froze many accounts at once. It holds what is true of all of them once, and the notices to all merchants concerned;
/// each case keeps its own course and outcome. A supervisor opens and closes it; the system only suggests.
/// </summary>
public sealed class Incident : IVersioned, IChangeSignal
{
    private Incident()
    {
    }

    /// <summary>Id.</summary>
    public IncidentId Id { get; private init; }

    /// <summary>Running number.</summary>
    public long Serial { get; private init; }

    /// <summary>Number that people use, e.g. <c>PL-2026-0007</c>.</summary>
    public string Number { get; private init; } = "";

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; private set; }

    /// <summary>What its cases have in common.</summary>
    public IncidentMarks Marks { get; private set; } = IncidentMarks.None;

    /// <summary>What is true of all its cases.</summary>
    public SharedFacts Facts { get; private set; } = SharedFacts.None;

    /// <summary>Why the system suggested it; empty where a supervisor opened it himself.</summary>
    public IReadOnlyList<SuggestionReason> Reasons { get; private set; } = [];

    /// <summary>What the suggestion is about, so that the same one is not made twice; none where a supervisor opened it himself.</summary>
    public string? SuggestionKey { get; private init; }

    /// <summary>Merchants concerned when it was suggested last.</summary>
    public int SuggestedMerchants { get; private set; }

    /// <summary>Merchants concerned when it was dismissed; it is suggested again when there are many more.</summary>
    public int DismissedMerchants { get; private set; }

    /// <summary>Made at.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Opened by.</summary>
    public string? OpenedByName { get; private set; }

    /// <summary>Opened at.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Closed or dismissed by.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Closed or dismissed at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What came of it, or why it was dismissed.</summary>
    public string? Summary { get; private set; }

    Guid IChangeSignal.Topic => Id.Value;

    /// <summary>A supervisor opens one himself.</summary>
    public static Incident Open(long serial, string title, IncidentMarks marks, SharedFacts facts, Actor by, DateTimeOffset at)
    {
        var made = New(serial, title, marks, null, at);
        made.OpenBy(title, facts, by, at);
        return made;
    }

    /// <summary>The system suggests one.</summary>
    public static Incident Suggest(long serial, IncidentSuggestion suggestion, DateTimeOffset at)
    {
        var made = New(serial, suggestion.Title, suggestion.Marks, suggestion.Key, at);
        made.Take(suggestion, at);
        return made;
    }

    /// <summary>The system found the same again: counts and reasons follow; a dismissed one comes back when it has grown.</summary>
    /// <param name="suggestion">What was found.</param>
    /// <param name="growth">How many times the merchants of the dismissed one there must be.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether it is a suggestion now.</returns>
    public bool SuggestAgain(IncidentSuggestion suggestion, double growth, DateTimeOffset at)
    {
        if (Status == IncidentStatus.Dismissed && suggestion.Merchants >= DismissedMerchants * growth)
        {
            (Status, EndedByName, EndedAt, Summary) = (IncidentStatus.Suggested, null, null, null);
        }

        if (Status != IncidentStatus.Suggested)
        {
            return false;
        }

        if (SuggestedMerchants != suggestion.Merchants || !Reasons.SequenceEqual(suggestion.Reasons))
        {
            Take(suggestion, at);
        }

        return true;
    }

    /// <summary>A supervisor takes the suggestion up. Its cases are put in one by one afterwards.</summary>
    public Result Accept(string title, SharedFacts facts, Actor by, DateTimeOffset at)
    {
        if (Status != IncidentStatus.Suggested)
        {
            return new IncidentRefused(IncidentRefusal.NotSuggested);
        }

        OpenBy(title, facts, by, at);
        return Result.Ok;
    }

    /// <summary>A supervisor does not take the suggestion up.</summary>
    public Result Dismiss(string reason, Actor by, DateTimeOffset at)
    {
        if (Status != IncidentStatus.Suggested)
        {
            return new IncidentRefused(IncidentRefusal.NotSuggested);
        }

        (Status, DismissedMerchants) = (IncidentStatus.Dismissed, SuggestedMerchants);
        End(reason, by, at);
        return Result.Ok;
    }

    /// <summary>A supervisor corrects title, marks and what is true of all its cases.</summary>
    public Result Revise(string title, IncidentMarks marks, SharedFacts facts, DateTimeOffset at)
    {
        if (RefuseUnlessOpen() is { } refused)
        {
            return refused;
        }

        (Title, Marks, Facts, UpdatedAt) = (title, marks, facts, at);
        return Result.Ok;
    }

    /// <summary>A supervisor closes it; its cases go on by themselves.</summary>
    public Result Close(string summary, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessOpen() is { } refused)
        {
            return refused;
        }

        Status = IncidentStatus.Closed;
        End(summary, by, at);
        return Result.Ok;
    }

    /// <summary>Why nothing may be done to it any more; none while it is open.</summary>
    public Error? RefuseUnlessOpen() => Status == IncidentStatus.Open ? null : new IncidentRefused(IncidentRefusal.NotOpen);

    private static Incident New(long serial, string title, IncidentMarks marks, string? key, DateTimeOffset at) => new()
    {
        Id = new IncidentId(Guid.NewGuid()),
        Serial = serial,
        Number = IncidentNumber.Format(serial, at),
        Title = title,
        Marks = marks,
        SuggestionKey = key,
        CreatedAt = at,
        UpdatedAt = at,
    };

    private void Take(IncidentSuggestion suggestion, DateTimeOffset at) =>
        (Marks, Reasons, SuggestedMerchants, UpdatedAt) = (suggestion.Marks, suggestion.Reasons, suggestion.Merchants, at);

    private void OpenBy(string title, SharedFacts facts, Actor by, DateTimeOffset at) =>
        (Status, Title, Facts, OpenedByName, OpenedAt, UpdatedAt) = (IncidentStatus.Open, title, facts, by.Name, at, at);

    private void End(string summary, Actor by, DateTimeOffset at) => (Summary, EndedByName, EndedAt, UpdatedAt) = (summary, by.Name, at, at);
}

/// <summary>What the cases of an incident have in common; what is not known is left out.</summary>
public sealed record IncidentMarks
{
    /// <summary>Nothing known.</summary>
    public static readonly IncidentMarks None = new();

    /// <summary>The institution, when it is in the directory.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>Name of the institution.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Model of the terminals.</summary>
    public string? TerminalModel { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>First day; Shanghai date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; Shanghai date.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What the notices say.</summary>
    public string? Wording { get; init; }
}

/// <summary>What is true of all cases of an incident. It stands here once and overwrites nothing in any case.</summary>
public sealed record SharedFacts
{
    /// <summary>Nothing known.</summary>
    public static readonly SharedFacts None = new();

    /// <summary>Who froze.</summary>
    public string? FrozenBy { get; init; }

    /// <summary>Why, as far as it is known.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when; Shanghai date.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Contact { get; init; }

    /// <summary>The official channel where it was confirmed.</summary>
    public string? OfficialChannel { get; init; }

    internal IEnumerable<(string Where, string? Text)> Texts =>
        [(nameof(FrozenBy), FrozenBy), (nameof(Reason), Reason), (nameof(Contact), Contact), (nameof(OfficialChannel), OfficialChannel)];
}
