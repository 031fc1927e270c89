using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PosCases.Platform;

namespace PosCases.Cases.Transactions;

/// <summary>What a transaction was.</summary>
public enum TransactionKind
{
    /// <summary>消费.</summary>
    Sale,

    /// <summary>退货.</summary>
    Refund,

    /// <summary>撤销 or 冲正.</summary>
    Void,

    /// <summary>预授权.</summary>
    PreAuth,

    /// <summary>预授权完成.</summary>
    PreAuthDone,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How a transaction ended, by the acquirer's export.</summary>
public enum TransactionState
{
    /// <summary>成功.</summary>
    Succeeded,

    /// <summary>失败.</summary>
    Failed,

    /// <summary>已撤销 or 已退款.</summary>
    Reversed,

    /// <summary>处理中.</summary>
    Pending,

    /// <summary>未知.</summary>
    Unknown,
}

/// <summary>Kind of card.</summary>
public enum CardKind
{
    /// <summary>未知.</summary>
    Unknown,

    /// <summary>借记卡.</summary>
    Debit,

    /// <summary>贷记卡.</summary>
    Credit,
}

/// <summary>What one row of an export says of one transaction.</summary>
public sealed record TransactionFacts
{
    /// <summary>Number of its row in the file.</summary>
    public required int Row { get; init; }

    /// <summary>When; at the start of the day where the export tells no time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the time was told.</summary>
    public required bool HasTime { get; init; }

    /// <summary>In yuan, never negative.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The acquirer's fee in yuan.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What it was.</summary>
    public TransactionKind Kind { get; init; }

    /// <summary>How it ended.</summary>
    public TransactionState State { get; init; }

    /// <summary>Card with its first six and last four digits.</summary>
    public string? Card { get; init; }

    /// <summary>Kind of card.</summary>
    public CardKind CardKind { get; init; }

    /// <summary>Retrieval reference number.</summary>
    public string? Reference { get; init; }

    /// <summary>Voucher or trace number.</summary>
    public string? Voucher { get; init; }

    /// <summary>Authorisation code of the issuer.</summary>
    public string? AuthCode { get; init; }

    /// <summary>Terminal number.</summary>
    public string? Terminal { get; init; }

    /// <summary>Merchant number.</summary>
    public string? MerchantNumber { get; init; }

    /// <summary>
    /// What makes it the same transaction in whichever file it stands, 32 hexadecimal digits. Its state and fee do not: a later export may
    /// know more of them.
    /// </summary>
    /// <param name="twin">Which of several that nothing tells apart; 0 for the first.</param>
    public string KeyOf(int twin = 0)
    {
        var said = string.Create(
            CultureInfo.InvariantCulture, $"{Kind}|{At.UtcTicks}|{Amount:0.00}|{Reference}|{Voucher}|{Terminal}|{Card}|{MerchantNumber}|{twin}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}

/// <summary>A transaction of the frozen account, as the acquirer's export tells it. Never changed; what people say of it stands beside it.</summary>
public sealed class CaseTransaction
{
    private CaseTransaction()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The import that brought it.</summary>
    public TransactionImportId ImportId { get; private init; }

    /// <summary>Number of its row in the file.</summary>
    public int Row { get; private init; }

    /// <summary>What makes it the same transaction in another file.</summary>
    public string Key { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Whether the time was told.</summary>
    public bool HasTime { get; private init; }

    /// <summary>Its day in Shanghai.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Its hour in Shanghai.</summary>
    public int Hour { get; private init; }

    /// <summary>In yuan, never negative.</summary>
    public decimal Amount { get; private init; }

    /// <summary>The acquirer's fee in yuan.</summary>
    public decimal? Fee { get; private init; }

    /// <summary>What it was.</summary>
    public TransactionKind Kind { get; private init; }

    /// <summary>How it ended.</summary>
    public TransactionState State { get; private init; }

    /// <summary>Card with its first six and last four digits.</summary>
    public string? Card { get; private init; }

    /// <summary>Kind of card.</summary>
    public CardKind CardKind { get; private init; }

    /// <summary>Retrieval reference number.</summary>
    public string? Reference { get; private init; }

    /// <summary>Voucher or trace number.</summary>
    public string? Voucher { get; private init; }

    /// <summary>Authorisation code of the issuer.</summary>
    public string? AuthCode { get; private init; }

    /// <summary>Terminal number.</summary>
    public string? Terminal { get; private init; }

    /// <summary>Merchant number.</summary>
    public string? MerchantNumber { get; private init; }

    internal static CaseTransaction Of(CaseId caseId, TransactionImportId import, TransactionFacts facts, string key) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        ImportId = import,
        Row = facts.Row,
        Key = key,
        At = facts.At,
        HasTime = facts.HasTime,
        Day = ShanghaiTime.DateOf(facts.At),
        Hour = TimeZoneInfo.ConvertTime(facts.At, ShanghaiTime.Zone).Hour,
        Amount = facts.Amount,
        Fee = facts.Fee,
        Kind = facts.Kind,
        State = facts.State,
        Card = facts.Card,
        CardKind = facts.CardKind,
        Reference = facts.Reference,
        Voucher = facts.Voucher,
        AuthCode = facts.AuthCode,
        Terminal = facts.Terminal,
        MerchantNumber = facts.MerchantNumber,
    };
}
