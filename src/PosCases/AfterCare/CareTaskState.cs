using PosCases.Platform.Data;

namespace PosCases.AfterCare;

/// <summary>Identifies a task of after-care.</summary>
public readonly record struct CareTaskId(Guid Value) : ITypedId<CareTaskId>
{
    /// <inheritdoc/>
    public static CareTaskId Of(Guid value) => new(value);
}

/// <summary>Where a task of after-care comes from.</summary>
public enum CareSource
{
    /// <summary>预防方案: the case's plan.</summary>
    Plan,

    /// <summary>自查发现: an open point of a self-inspection.</summary>
    Finding,

    /// <summary>定期: it recurs.</summary>
    Recurring,
}

/// <summary>Where a task of after-care stands.</summary>
public enum CareTaskState
{
    /// <summary>待交付: on a plan that was not handed over yet.</summary>
    Planned,

    /// <summary>待完成: the merchant's turn.</summary>
    Open,

    /// <summary>待确认: the merchant says that it is done; the desk's turn.</summary>
    Offered,

    /// <summary>已完成.</summary>
    Accepted,

    /// <summary>已取消: no longer wanted.</summary>
    Dropped,
}

/// <summary>Whether the desk has a look at a finding.</summary>
public enum FindingLook
{
    /// <summary>不需要: it does not weigh that much.</summary>
    NotNeeded,

    /// <summary>待看.</summary>
    Wanted,

    /// <summary>已看.</summary>
    Taken,
}
