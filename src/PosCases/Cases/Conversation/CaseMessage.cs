using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>A message between the merchant and the desk.</summary>
public sealed class CaseMessage : IChangeSignal
{
    private CaseMessage()
    {
    }

    /// <summary>Order of all messages; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Written by.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>Name at the time.</summary>
    public string AuthorName { get; private init; } = "";

    /// <summary>Whether the merchant's side wrote it.</summary>
    public bool FromMerchant { get; private init; }

    /// <summary>The words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Written at.</summary>
    public DateTimeOffset At { get; private init; }

    Guid IChangeSignal.Topic => CaseId.Value;

    internal static CaseMessage Of(CaseId caseId, string text, Actor by, DateTimeOffset at) => new()
    {
        CaseId = caseId,
        AuthorId = by.Id,
        AuthorName = by.Name,
        FromMerchant = by.IsOnMerchantsSide,
        Text = text,
        At = at,
    };
}

/// <summary>How far a person has read the messages of a case.</summary>
internal sealed class MessageMark
{
    public required CaseId CaseId { get; init; }

    public required Guid PersonId { get; init; }

    public long ReadSeq { get; set; }
}

/// <summary>An internal note. No message that a merchant may send reads this table.</summary>
public sealed class CaseNote : IChangeSignal
{
    private CaseNote()
    {
    }

    /// <summary>Order of all notes; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Written by.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>Name at the time.</summary>
    public string AuthorName { get; private init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Written at.</summary>
    public DateTimeOffset At { get; private init; }

    Guid IChangeSignal.Topic => CaseId.Value;

    internal static CaseNote Of(CaseId caseId, string text, Actor by, DateTimeOffset at) =>
        new() { CaseId = caseId, AuthorId = by.Id, AuthorName = by.Name, Text = text, At = at };
}
