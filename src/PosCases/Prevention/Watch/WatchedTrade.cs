using PosCases.Cases.Transactions;
using PosCases.Merchants;
using PosCases.Platform;

namespace PosCases.Prevention.Watch;

/// <summary>A trade of a merchant that he had looked through outside of a case, as the acquirer's export tells it. Never changed.</summary>
public sealed class WatchedTrade
{
    private WatchedTrade()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>The import that brought it.</summary>
    public WatchImportId ImportId { get; private init; }

    /// <summary>Number of its row in the file.</summary>
    public int Row { get; private init; }

    /// <summary>What makes it the same trade in another file.</summary>
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

    /// <summary>Terminal number.</summary>
    public string? Terminal { get; private init; }

    internal static WatchedTrade Of(MerchantId merchant, WatchImportId import, TransactionFacts facts, string key) => new()
    {
        Id = Guid.NewGuid(),
        MerchantId = merchant,
        ImportId = import,
        Row = facts.Row,
        Key = key,
        At = facts.At,
        HasTime = facts.HasTime,
        Day = ShanghaiTime.DateOf(facts.At),
        Hour = TimeZoneInfo.ConvertTime(facts.At, ShanghaiTime.Zone).Hour,
        Amount = facts.Amount,
        Kind = facts.Kind,
        State = facts.State,
        Card = facts.Card,
        CardKind = facts.CardKind,
        Reference = facts.Reference,
        Terminal = facts.Terminal,
    };
}

/// <summary>What a merchant says of his trade, so that a look compares with his own business; what he does not say is not looked for.</summary>
public sealed class WatchSetting
{
    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>The hour at which he opens, 0 to 23; Shanghai's.</summary>
    public int? OpensAt { get; set; }

    /// <summary>The hour at which he closes, 0 to 24; may lie behind midnight.</summary>
    public int? ClosesAt { get; set; }

    /// <summary>Name of who set it.</summary>
    public string ByName { get; set; } = "";

    /// <summary>Set at.</summary>
    public DateTimeOffset At { get; set; }
}
