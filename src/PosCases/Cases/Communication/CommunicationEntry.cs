namespace PosCases.Cases.Communication;

/// <summary>How it was said.</summary>
public enum Medium
{
    /// <summary>电话.</summary>
    Call,

    /// <summary>信函.</summary>
    Letter,

    /// <summary>邮件.</summary>
    Mail,

    /// <summary>上门.</summary>
    Visit,

    /// <summary>门户/工单.</summary>
    Portal,
}

/// <summary>Who spoke.</summary>
public enum Direction
{
    /// <summary>We to them.</summary>
    Outgoing,

    /// <summary>They to us.</summary>
    Incoming,
}

/// <summary>How a promise or follow-up ended.</summary>
public enum FollowUpResult
{
    /// <summary>Kept, or done.</summary>
    Kept,

    /// <summary>Not kept.</summary>
    Broken,

    /// <summary>No longer needed.</summary>
    Dropped,
}

/// <summary>One call, letter, mail, visit or portal message with an institution.</summary>
public sealed class CommunicationEntry
{
    private CommunicationEntry()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The institution's thread.</summary>
    public Guid PartyId { get; private init; }

    /// <summary>How.</summary>
    public Medium Medium { get; private init; }

    /// <summary>Who spoke.</summary>
    public Direction Direction { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>With whom.</summary>
    public string? Counterpart { get; private init; }

    /// <summary>Ticket, letter or mail reference.</summary>
    public string? Reference { get; private init; }

    /// <summary>What was said.</summary>
    public string Summary { get; private init; } = "";

    /// <summary>What they promised.</summary>
    public string? Promise { get; private init; }

    /// <summary>When we must act or they must have kept their promise.</summary>
    public DateTimeOffset? FollowUpAt { get; private init; }

    /// <summary>How the follow-up ended.</summary>
    public FollowUpResult? FollowUpResult { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether the merchant may read the summary.</summary>
    public bool SharedWithMerchant { get; private init; }

    /// <summary>Logged by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at the time.</summary>
    public string ByName { get; private init; } = "";

    internal static CommunicationEntry Of(CaseId caseId, LogCommunication.Command entry, Platform.Security.Actor by) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        PartyId = entry.PartyId,
        Medium = entry.Medium,
        Direction = entry.Direction,
        At = entry.At,
        Counterpart = entry.Counterpart,
        Reference = entry.Reference,
        Summary = entry.Summary,
        Promise = entry.Promise,
        FollowUpAt = entry.FollowUpOn is { } date ? Platform.ShanghaiTime.EndOf(date) : null,
        SharedWithMerchant = entry.SharedWithMerchant,
        ById = by.Id,
        ByName = by.Name,
    };

    internal void Settle(FollowUpResult result, DateTimeOffset at)
    {
        FollowUpResult = result;
        SettledAt = at;
    }
}
