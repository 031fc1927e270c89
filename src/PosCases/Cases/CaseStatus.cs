namespace PosCases.Cases;

/// <summary>Where the work on a case stands. Says nothing of the freeze itself, of the outcome or of an institution's record.</summary>
public enum CaseStatus
{
    /// <summary>草稿: being written by the merchant.</summary>
    Draft,

    /// <summary>待受理: handed in, nobody has taken it up.</summary>
    Filed,

    /// <summary>核实中: is the notice true, who imposed what, and why?</summary>
    Verification,

    /// <summary>取证中: the papers are being collected and judged.</summary>
    EvidenceCollection,

    /// <summary>银行沟通中: an institution has the papers; we ask, chase and negotiate.</summary>
    BankCommunication,

    /// <summary>待复核: an outcome is proposed; the owner can no longer edit.</summary>
    Resolution,

    /// <summary>维权中: a legal route is open.</summary>
    LegalRoute,

    /// <summary>等待中: paused until a date; wakes by itself.</summary>
    Waiting,

    /// <summary>已结案: locked until a supervisor reopens it.</summary>
    Closed,
}
