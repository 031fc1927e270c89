namespace PosCases.Cases;

/// <summary>What can be done to a case's work status.</summary>
public enum CaseAction
{
    /// <summary>提交.</summary>
    File,

    /// <summary>受理: take the case up and own it.</summary>
    StartVerification,

    /// <summary>确认属实: the notice is true, the cause is classified.</summary>
    ConfirmGenuine,

    /// <summary>确认虚假通知: the notice is a scam.</summary>
    ConfirmFake,

    /// <summary>非冻结: a device, the network or maintenance, but no freeze.</summary>
    ConfirmNotAFreeze,

    /// <summary>提交机构: send the papers to an institution.</summary>
    SubmitToInstitution,

    /// <summary>补件: the institution wants more.</summary>
    RequestMoreEvidence,

    /// <summary>提交结案: propose an outcome.</summary>
    ProposeResolution,

    /// <summary>复核通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,

    /// <summary>转维权.</summary>
    TakeLegalRoute,

    /// <summary>挂起.</summary>
    Wait,

    /// <summary>唤醒.</summary>
    Wake,

    /// <summary>重复.</summary>
    MarkDuplicate,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>重新打开.</summary>
    Reopen,

    /// <summary>撤销合并: a merged case goes on where it stood.</summary>
    UndoMerge,
}
