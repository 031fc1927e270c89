namespace PosCases.Cases.Plan;

/// <summary>What a case itself shows to be done. A step may name one of these; it then ends without anybody ticking it off.</summary>
public enum RecordedWork
{
    /// <summary>The notice was judged genuine or fake.</summary>
    NoticeJudged,

    /// <summary>An acquirer, payment institution, clearing organisation or terminal provider was asked: a check or a logged talk.</summary>
    ProviderAsked,

    /// <summary>A bank was asked: a check or a logged talk.</summary>
    BankAsked,

    /// <summary>A cause stands that the institution gave.</summary>
    ReasonRecorded,

    /// <summary>Papers were sent with the request to lift the measure.</summary>
    ReviewAsked,

    /// <summary>A temporary or partial release was asked for.</summary>
    ReliefAsked,
}
