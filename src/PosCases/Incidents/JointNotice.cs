using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A notice to all merchants concerned by an incident, in both languages. It is never changed.</summary>
public sealed class JointNotice
{
    private JointNotice()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The incident.</summary>
    public IncidentId IncidentId { get; private init; }

    /// <summary>The words in Chinese.</summary>
    public string TextZh { get; private init; } = "";

    /// <summary>The words in English.</summary>
    public string TextEn { get; private init; } = "";

    /// <summary>Written by.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>First sent at.</summary>
    public DateTimeOffset At { get; private init; }

    internal static JointNotice Of(Guid id, IncidentId incident, string zh, string en, Actor by, DateTimeOffset at) =>
        new() { Id = id, IncidentId = incident, TextZh = zh, TextEn = en, ByName = by.Name, At = at };
}

/// <summary>What became of a notice for one merchant.</summary>
public enum DeliveryState
{
    /// <summary>待发送: under way in the outbox.</summary>
    Waiting,

    /// <summary>已发送: it stands on his case, and his people have been told.</summary>
    Sent,

    /// <summary>无账号: it stands on his case, but nobody of his has an account that could be told; call him.</summary>
    NoAccount,
}

/// <summary>A notice for one merchant: one row a merchant, so that nobody gets it twice.</summary>
public sealed class NoticeDelivery : IChangeSignal
{
    private NoticeDelivery()
    {
    }

    /// <summary>The notice.</summary>
    public Guid NoticeId { get; private init; }

    /// <summary>The merchant.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>The incident.</summary>
    public IncidentId IncidentId { get; private init; }

    /// <summary>His case on whose record it stands; the newest one.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>How many people were told.</summary>
    public int Told { get; private set; }

    /// <summary>Sent at.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    Guid IChangeSignal.Topic => IncidentId.Value;

    internal static NoticeDelivery Of(JointNotice notice, MerchantId merchant, CaseId shownOn) =>
        new() { NoticeId = notice.Id, IncidentId = notice.IncidentId, MerchantId = merchant, CaseId = shownOn };

    internal void Done(int people, DateTimeOffset at) => (State, Told, SentAt) = (people > 0 ? DeliveryState.Sent : DeliveryState.NoAccount, people, at);
}
