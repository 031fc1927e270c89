namespace PosCases.Cases.Transactions.Reading;

/// <summary>What a column of an acquirer's export holds.</summary>
public enum TransactionField
{
    /// <summary>不导入: not taken in.</summary>
    Ignored,

    /// <summary>交易时间: date and time, or the time alone beside a column with the date.</summary>
    Moment,

    /// <summary>交易日期.</summary>
    Day,

    /// <summary>交易金额.</summary>
    Amount,

    /// <summary>手续费.</summary>
    Fee,

    /// <summary>检索参考号.</summary>
    Reference,

    /// <summary>凭证号 or 流水号.</summary>
    Voucher,

    /// <summary>授权码.</summary>
    AuthCode,

    /// <summary>终端号.</summary>
    Terminal,

    /// <summary>卡号; kept with its first six and last four digits only.</summary>
    Card,

    /// <summary>卡类型: debit or credit.</summary>
    CardKind,

    /// <summary>交易类型.</summary>
    Kind,

    /// <summary>交易状态.</summary>
    Status,

    /// <summary>商户号.</summary>
    Merchant,

    /// <summary>CVV, track data, PIN, expiry: thrown away unread.</summary>
    Secret,
}
