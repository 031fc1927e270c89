namespace PosCases.Cases;

/// <summary>How a case ended. Each member's text is its definition; the screens show it next to the name.</summary>
public enum Outcome
{
    /// <summary>全部解除: every frozen yuan is released and every ability works again.</summary>
    FullyUnfrozen,

    /// <summary>部分解除: something was released, something remains.</summary>
    PartlyUnfrozen,

    /// <summary>未解除: the institution refused and the route with it is exhausted.</summary>
    Refused,

    /// <summary>非冻结: a device, the network or maintenance; nothing was frozen.</summary>
    NotAFreeze,

    /// <summary>虚假通知: the notice was a scam; the account is untouched.</summary>
    FakeNotice,

    /// <summary>已撤回: the merchant withdrew the case.</summary>
    Withdrawn,

    /// <summary>重复: handled in another case, to which this one is linked.</summary>
    Duplicate,

    /// <summary>服务终止: the relationship ended and the balance was paid out.</summary>
    ServiceEnded,

    /// <summary>到期解除: the term of the freeze ended without renewal.</summary>
    ExpiredByLaw,

    /// <summary>扣划: the frozen money was deducted or returned to victims by the competent organ.</summary>
    Deducted,
}
