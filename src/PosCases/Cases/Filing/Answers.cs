namespace PosCases.Cases.Filing;

/// <summary>How the merchant was told of the freeze (F07, F08).</summary>
public enum NoticeChannel
{
    /// <summary>来电.</summary>
    Phone,

    /// <summary>短信.</summary>
    Sms,

    /// <summary>应用内通知.</summary>
    App,

    /// <summary>机具提示.</summary>
    Terminal,

    /// <summary>信函.</summary>
    Letter,

    /// <summary>上门.</summary>
    InPerson,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>Chat groups, messengers and the like.</summary>
    Messenger,

    /// <summary>没人通知: noticed by himself.</summary>
    NoNotice,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>What the one who told him asked for. Each is a red flag: no institution asks for it to lift a freeze.</summary>
public enum Demand
{
    /// <summary>An SMS code.</summary>
    SmsCode,

    /// <summary>A password, card check number or PIN.</summary>
    Password,

    /// <summary>An "unfreezing fee", deposit or activation fee.</summary>
    Fee,

    /// <summary>A transfer to a "safe account" or a verification transfer.</summary>
    Transfer,

    /// <summary>Opening a link or scanning a code.</summary>
    Link,

    /// <summary>Installing an app.</summary>
    App,

    /// <summary>Sharing the screen or remote control.</summary>
    ScreenShare,

    /// <summary>A face scan.</summary>
    FaceScan,

    /// <summary>Taking a new terminal, or handing over or posting the old one.</summary>
    NewTerminal,

    /// <summary>Doing it at once, telling nobody.</summary>
    Hurry,
}

/// <summary>Whether a reason was given.</summary>
public enum ReasonGiven
{
    /// <summary>A reason was given.</summary>
    Given,

    /// <summary>没有说明原因: asked or not, no reason was given.</summary>
    NoReason,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>The kind of measure that is called a freeze; who imposed it decides who may lift it (domain: measure kinds).</summary>
public enum MeasureKind
{
    /// <summary>延迟结算/暂缓结算, by the acquirer.</summary>
    SettlementDelay,

    /// <summary>暂停交易/关闭受理(封停), by acquirer or clearing organisation.</summary>
    AcceptanceSuspended,

    /// <summary>账户管控:暂停非柜面/只收不付/限额, by bank or payment institution.</summary>
    AccountControl,

    /// <summary>紧急止付, ordered by the police through their platform.</summary>
    EmergencyStopPayment,

    /// <summary>司法冻结, by police, procuratorate, court or supervision.</summary>
    JudicialFreeze,

    /// <summary>反洗钱临时冻结, by the central bank.</summary>
    AmlTempFreeze,

    /// <summary>收回/注销受理终端, by the acquirer.</summary>
    TerminalRevoked,

    /// <summary>特别预防措施名单.</summary>
    SanctionList,

    /// <summary>收款限额.</summary>
    ReceiptLimit,

    /// <summary>划款失败.</summary>
    PayoutFailed,

    /// <summary>单笔交易暂扣.</summary>
    TransactionHold,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>What no longer works.</summary>
public enum Ability
{
    /// <summary>收单和充值.</summary>
    AcceptAndTopUp,

    /// <summary>收单.</summary>
    Accept,

    /// <summary>付款.</summary>
    Pay,

    /// <summary>提现/结算到账.</summary>
    Withdraw,

    /// <summary>退款.</summary>
    Refund,

    /// <summary>分账.</summary>
    ProfitSharing,

    /// <summary>支付分结单.</summary>
    PaymentPoint,

    /// <summary>Something else, said in words.</summary>
    Other,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>Who imposed the measure, as far as is known.</summary>
public enum ImposedBy
{
    /// <summary>收单机构.</summary>
    Acquirer,

    /// <summary>银行.</summary>
    Bank,

    /// <summary>支付机构.</summary>
    PaymentInstitution,

    /// <summary>清算机构.</summary>
    ClearingOrganisation,

    /// <summary>公安机关.</summary>
    Police,

    /// <summary>检察院.</summary>
    Procuratorate,

    /// <summary>法院.</summary>
    Court,

    /// <summary>监察机关.</summary>
    Supervision,

    /// <summary>监管部门.</summary>
    Regulator,

    /// <summary>Somebody else, said in words.</summary>
    Other,

    /// <summary>不知道.</summary>
    Unknown,
}

/// <summary>What happened shortly before; hints at the cause, decides nothing.</summary>
public enum PriorEvent
{
    /// <summary>Settlement account changed.</summary>
    AccountChanged,

    /// <summary>Phone or contact changed.</summary>
    ContactChanged,

    /// <summary>Name, owner or licence changed.</summary>
    LicenceChanged,

    /// <summary>Terminal moved or used elsewhere.</summary>
    TerminalMoved,

    /// <summary>An unusually large sale.</summary>
    LargeSale,

    /// <summary>Many small sales in short time.</summary>
    ManySmallSales,

    /// <summary>A refund or a dispute.</summary>
    RefundOrDispute,

    /// <summary>A card was declined several times.</summary>
    FailedSales,

    /// <summary>A new terminal or new software.</summary>
    NewTerminal,

    /// <summary>The institution announced maintenance.</summary>
    Maintenance,

    /// <summary>No sale for a long time.</summary>
    Dormant,

    /// <summary>Nothing out of the ordinary.</summary>
    Nothing,

    /// <summary>不知道.</summary>
    Unknown,
}
