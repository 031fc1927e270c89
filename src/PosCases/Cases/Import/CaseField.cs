namespace PosCases.Cases.Import;

/// <summary>What a column of a list of old cases holds.</summary>
public enum CaseField
{
    /// <summary>不导入: not read.</summary>
    Ignored,

    /// <summary>原编号: how the old records call the case.</summary>
    Number,

    /// <summary>商户名称.</summary>
    Merchant,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>商户性质.</summary>
    MerchantKind,

    /// <summary>地区.</summary>
    Region,

    /// <summary>受理日期.</summary>
    FiledOn,

    /// <summary>结案日期; a row without it is an open case.</summary>
    ClosedOn,

    /// <summary>结果.</summary>
    Outcome,

    /// <summary>冻结金额, in yuan.</summary>
    Amount,

    /// <summary>解除金额, in yuan.</summary>
    Released,

    /// <summary>扣划金额, in yuan.</summary>
    Deducted,

    /// <summary>措施.</summary>
    Measure,

    /// <summary>采取方.</summary>
    ImposedBy,

    /// <summary>机构.</summary>
    Institution,

    /// <summary>冻结日期.</summary>
    Since,

    /// <summary>文书号.</summary>
    DocumentNumber,

    /// <summary>账户尾号.</summary>
    AccountTail,

    /// <summary>终端号.</summary>
    Terminal,

    /// <summary>原因: a code or a name of the taxonomy.</summary>
    Cause,

    /// <summary>通知内容.</summary>
    Notice,

    /// <summary>经办人: the name of somebody who works cases here.</summary>
    Owner,
}

/// <summary>What keeps a row from becoming a case.</summary>
public enum CaseRowProblem
{
    /// <summary>整行无法读取: the cells cannot be told apart.</summary>
    RowUnreadable,

    /// <summary>缺少原编号.</summary>
    NumberMissing,

    /// <summary>文件内编号重复.</summary>
    NumberTwice,

    /// <summary>缺少商户.</summary>
    MerchantMissing,

    /// <summary>商户不唯一: several records fit.</summary>
    MerchantAmbiguous,

    /// <summary>商户性质无法识别.</summary>
    MerchantKindUnknown,

    /// <summary>缺少受理日期.</summary>
    FiledMissing,

    /// <summary>日期无法识别.</summary>
    DateUnreadable,

    /// <summary>日期超出范围: before 2000 or in the future.</summary>
    DateOutOfRange,

    /// <summary>结案早于受理.</summary>
    ClosedBeforeFiled,

    /// <summary>缺少结果: it has an end and no outcome.</summary>
    OutcomeMissing,

    /// <summary>结果无法识别.</summary>
    OutcomeUnknown,

    /// <summary>有结果无结案日期.</summary>
    OutcomeWithoutEnd,

    /// <summary>金额无法识别.</summary>
    AmountUnreadable,

    /// <summary>金额与结果不符.</summary>
    MoneyDisagrees,

    /// <summary>措施无法识别.</summary>
    MeasureUnknown,

    /// <summary>采取方无法识别.</summary>
    ImposerUnknown,

    /// <summary>原因无法识别.</summary>
    CauseUnknown,

    /// <summary>尾号无法识别.</summary>
    TailUnreadable,

    /// <summary>找不到经办人.</summary>
    OwnerUnknown,

    /// <summary>内容过长.</summary>
    TooLong,

    /// <summary>含密码或验证码: a code or a password stands in it.</summary>
    Secret,
}

/// <summary>What is wrong with a cell, or with a row as a whole.</summary>
/// <param name="Kind">What.</param>
/// <param name="Column">Which column, from 0; none when it is the row.</param>
/// <param name="Found">What stands there, card numbers masked, 80 characters at most.</param>
public sealed record CaseRowFault(CaseRowProblem Kind, int? Column, string Found);
