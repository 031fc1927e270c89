using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Identifies a version of a record of a large trade.</summary>
public readonly record struct LargeTradeId(Guid Value) : ITypedId<LargeTradeId>
{
    /// <inheritdoc/>
    public static LargeTradeId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static LargeTradeId New() => new(Guid.NewGuid());
}

/// <summary>How the seller made sure who buys. Nothing of a card or an identity document is copied.</summary>
public enum IdentityCheck
{
    /// <summary>看过身份证件: the document was shown and not copied.</summary>
    DocumentSeen,

    /// <summary>签名与卡背一致.</summary>
    SignatureCompared,

    /// <summary>老客户.</summary>
    KnownCustomer,

    /// <summary>企业证照或合同.</summary>
    CompanyPapers,

    /// <summary>回拨电话核实.</summary>
    CalledBack,
}

/// <summary>How the goods reach the buyer.</summary>
public enum TradeDelivery
{
    /// <summary>当场取走.</summary>
    TakenAway,

    /// <summary>本店送货.</summary>
    Delivered,

    /// <summary>快递或物流.</summary>
    Courier,

    /// <summary>服务已完成.</summary>
    ServiceDone,

    /// <summary>以后交付.</summary>
    Later,
}

/// <summary>What is written down when a large sum is paid.</summary>
/// <param name="Amount">In yuan.</param>
/// <param name="At">When it was paid.</param>
/// <param name="Goods">What is sold.</param>
/// <param name="Buyer">The buyer's name, as given.</param>
/// <param name="Checks">How it was made sure who buys; at least one.</param>
/// <param name="Purpose">What the goods are for.</param>
/// <param name="Delivery">How they reach the buyer.</param>
/// <param name="Staff">Who served.</param>
public sealed record LargeTradeForm(
    decimal Amount, DateTimeOffset At, string Goods, string Buyer, IReadOnlyList<IdentityCheck> Checks, string Purpose, TradeDelivery Delivery, string Staff)
{
    /// <summary>Where, when and by whom it is delivered.</summary>
    public string? DeliveryNote { get; init; }

    /// <summary>Anything else.</summary>
    public string? Note { get; init; }
}

/// <summary>
/// The record of who bought what for what purpose, written when the money was taken. It never changes: a correction is a further version
/// that says why, and the earlier ones stay.
/// </summary>
public sealed class LargeTrade
{
    private LargeTrade()
    {
    }

    /// <summary>Id of this version.</summary>
    public LargeTradeId Id { get; private init; }

    /// <summary>Id of the first version; photos and uses belong to all versions.</summary>
    public LargeTradeId Series { get; private init; }

    /// <summary>Number of the version, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Whose it is.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>In yuan.</summary>
    public decimal Amount { get; private init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>What was sold.</summary>
    public string Goods { get; private init; } = "";

    /// <summary>The buyer's name, as given.</summary>
    public string Buyer { get; private init; } = "";

    /// <summary>How it was made sure who buys.</summary>
    public IReadOnlyList<IdentityCheck> Checks { get; private init; } = [];

    /// <summary>What the goods are for.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>How they reach the buyer.</summary>
    public TradeDelivery Delivery { get; private init; }

    /// <summary>Where, when and by whom it is delivered.</summary>
    public string? DeliveryNote { get; private init; }

    /// <summary>Who served.</summary>
    public string Staff { get; private init; } = "";

    /// <summary>Anything else.</summary>
    public string? Note { get; private init; }

    /// <summary>Why the version before was not right; none for the first.</summary>
    public string? Correction { get; private init; }

    /// <summary>Name of who wrote it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Written at.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When a further version took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>Whether it was written down within a day of the sale; later is no fault, but is said.</summary>
    public bool WasWrittenAtOnce => (RecordedAt - At) < TimeSpan.FromDays(1);

    /// <summary>Writes the first version.</summary>
    public static LargeTrade Record(MerchantId merchant, LargeTradeForm form, Actor by, DateTimeOffset at)
    {
        var id = LargeTradeId.New();
        return Of(id, id, 1, merchant, form, null, by, at);
    }

    /// <summary>Writes a further version; this one stays as it is.</summary>
    /// <returns>The version, or a <see cref="Conflict"/> when there is a further one already.</returns>
    public Result<LargeTrade> Correct(LargeTradeForm form, string why, Actor by, DateTimeOffset at)
    {
        if (ReplacedAt is not null)
        {
            return new Conflict();
        }

        ReplacedAt = at;
        return Of(LargeTradeId.New(), Series, Number + 1, MerchantId, form, why.Trim(), by, at);
    }

    private static LargeTrade Of(
        LargeTradeId id, LargeTradeId series, int number, MerchantId merchant, LargeTradeForm form, string? correction, Actor by, DateTimeOffset at) => new()
        {
            Id = id,
            Series = series,
            Number = number,
            MerchantId = merchant,
            Amount = form.Amount,
            At = form.At,
            Goods = form.Goods.Trim(),
            Buyer = form.Buyer.Trim(),
            Checks = [.. form.Checks.Distinct().Order()],
            Purpose = form.Purpose.Trim(),
            Delivery = form.Delivery,
            DeliveryNote = Text(form.DeliveryNote),
            Staff = form.Staff.Trim(),
            Note = Text(form.Note),
            Correction = correction,
            ByName = by.Name,
            RecordedAt = at,
        };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
