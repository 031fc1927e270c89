using PosCases.Cases.Filing;

namespace PosCases.Cases.Impact;

/// <summary>
/// What the freeze does to the business, as it is told. Every figure may be open; nothing is filled in for the teller. Amounts are
/// yuan with two decimals, shares are percent from 0 to 100, dates are Shanghai's.
/// </summary>
public sealed record ImpactForm
{
    /// <summary>Cash at hand (I01).</summary>
    public decimal? CashOnHand { get; init; }

    /// <summary>Days that the cash lasts, as the teller reckons himself (I01).</summary>
    public int? CashDays { get; init; }

    /// <summary>Usual takings a day (I05).</summary>
    public decimal? DailyTakings { get; init; }

    /// <summary>Gross margin: what is left of 100 yuan of sales after the goods are paid (I05, I10).</summary>
    public decimal? MarginPercent { get; init; }

    /// <summary>First day on which the business stood still, wholly or in part (I02, I22).</summary>
    public DateOnly? StoppedSince { get; init; }

    /// <summary>Day on which it was back to normal; none while it is not (I22).</summary>
    public DateOnly? StoppedUntil { get; init; }

    /// <summary>Which share of the usual sales is lost (I04, I05).</summary>
    public decimal? LostSharePercent { get; init; }

    /// <summary>Costs a day that go on: rent, wages, interest (I05).</summary>
    public decimal? FixedCosts { get; init; }

    /// <summary>What must be paid soon (I01).</summary>
    public IReadOnlyList<Payable> Payables { get; init; } = [];

    /// <summary>Refunds that customers wait for (I16).</summary>
    public IReadOnlyList<PendingRefund> Refunds { get; init; } = [];

    /// <summary>How many refunds wait, where they are not listed one by one (I16).</summary>
    public int? RefundCount { get; init; }

    /// <summary>Customers affected (I03, I15).</summary>
    public int? Customers { get; init; }

    /// <summary>Complaints (I24).</summary>
    public int? Complaints { get; init; }

    /// <summary>Stopped shops (I02).</summary>
    public int? StoppedOutlets { get; init; }

    /// <summary>Stopped terminals (I02).</summary>
    public int? StoppedTerminals { get; init; }

    /// <summary>Lost orders (I04).</summary>
    public int? LostOrders { get; init; }

    /// <summary>Money that is gone for good, beside what is frozen (I25).</summary>
    public decimal? MoneyLost { get; init; }

    /// <summary>Cards or channels that do not work, in words (I23).</summary>
    public string? Channels { get; init; }

    /// <summary>What else it brings about.</summary>
    public IReadOnlyList<ImpactEffect> Effects { get; init; } = [];

    /// <summary>In words.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a consequence was ticked.</summary>
    public bool Has(ImpactEffect effect) => Effects.Contains(effect);

    /// <summary>What the merchant told already when he filed.</summary>
    public static ImpactForm Told(FilingForm told) => new()
    {
        CashDays = told.CashDays,
        DailyTakings = told.DailyTakings,
        StoppedSince = told.Since,
        Payables = told.PayablesDue is { } due and > 0 ? [new Payable(null, due, null)] : [],
        Refunds = told.RefundsDue is { } owed and > 0 ? [new PendingRefund(null, owed)] : [],
    };
}

/// <summary>Something that must be paid.</summary>
/// <param name="What">Goods, wages, rent, in words.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="DueOn">When; none when it was not said.</param>
public sealed record Payable(string? What, decimal Amount, DateOnly? DueOn);

/// <summary>A refund that waits.</summary>
/// <param name="What">The order, in words; never a customer's card or phone.</param>
/// <param name="Amount">Yuan.</param>
public sealed record PendingRefund(string? What, decimal Amount);

/// <summary>
/// Consequences that are ticked. I18 to I21 speak of markets and of the order of finance; they are seen in reports over all cases,
/// never told of one.
/// </summary>
public enum ImpactEffect
{
    /// <summary>生存困难: the business may not survive (I14).</summary>
    Survival,

    /// <summary>影响日常生活: daily life is affected (I08).</summary>
    DailyLife,

    /// <summary>客户体验下降 (I03, I15, I17).</summary>
    CustomersWorse,

    /// <summary>客户流失 (I04).</summary>
    CustomersLost,

    /// <summary>声誉受损 (I03, I13).</summary>
    Reputation,

    /// <summary>信用受损 (I12).</summary>
    Credit,

    /// <summary>不知情的情况下被冻结 (I11).</summary>
    NotTold,

    /// <summary>不清楚发生了什么 (I07).</summary>
    Confused,

    /// <summary>可能引发纠纷 (I09).</summary>
    Dispute,

    /// <summary>可能承担法律责任 (I06).</summary>
    Liability,

    /// <summary>客户信息泄露 (I26).</summary>
    CustomerData,

    /// <summary>已把验证码、密码或卡片信息告诉别人: data was given to a caller.</summary>
    DataGiven,
}

/// <summary>A figure of the statement: what a mark of origin stands at, and what an estimate may lack.</summary>
public enum ImpactFigure
{
    /// <summary>Cash at hand.</summary>
    CashOnHand,

    /// <summary>Days that the cash lasts.</summary>
    CashDays,

    /// <summary>Takings a day.</summary>
    DailyTakings,

    /// <summary>Gross margin.</summary>
    Margin,

    /// <summary>Since when, until when.</summary>
    Stopped,

    /// <summary>Lost share of sales.</summary>
    LostShare,

    /// <summary>Costs a day that go on.</summary>
    FixedCosts,

    /// <summary>Payables.</summary>
    Payables,

    /// <summary>When the payables are due.</summary>
    PayableDates,

    /// <summary>Refunds.</summary>
    Refunds,

    /// <summary>Customers affected.</summary>
    Customers,

    /// <summary>Complaints.</summary>
    Complaints,

    /// <summary>Stopped shops.</summary>
    Outlets,

    /// <summary>Stopped terminals.</summary>
    Terminals,

    /// <summary>Lost orders.</summary>
    Orders,

    /// <summary>Money gone for good.</summary>
    MoneyLost,

    /// <summary>Cards and channels.</summary>
    Channels,

    /// <summary>Ticked consequences.</summary>
    Effects,

    /// <summary>In words.</summary>
    Note,
}
