using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Identifies a photo of a large trade.</summary>
public readonly record struct TradePhotoId(Guid Value) : ITypedId<TradePhotoId>
{
    /// <inheritdoc/>
    public static TradePhotoId Of(Guid value) => new(value);
}

/// <summary>What a photo of a large trade shows.</summary>
public enum TradePhotoKind
{
    /// <summary>签购单.</summary>
    Slip,

    /// <summary>送货或签收单.</summary>
    Delivery,

    /// <summary>订单或合同.</summary>
    Order,

    /// <summary>货物.</summary>
    Goods,
}

/// <summary>A photo that belongs to the record of a large trade; it lies in the vault like any paper.</summary>
public sealed class TradePhoto
{
    /// <summary>Most photos of one trade.</summary>
    public const int Most = 8;

    private TradePhoto()
    {
    }

    /// <summary>Id.</summary>
    public TradePhotoId Id { get; private init; }

    /// <summary>The trade: id of its first version.</summary>
    public LargeTradeId Series { get; private init; }

    /// <summary>Whose it is.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>What it shows.</summary>
    public TradePhotoKind Kind { get; private init; }

    /// <summary>Label of the file.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Name of the file in the vault.</summary>
    public string StorageKey { get; private init; } = "";

    /// <summary>The file in the vault, where it was read with the photo.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>Name of who added it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Added at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>As what it enters a case; a kind of the evidence catalogue.</summary>
    public string EvidenceCode => CodeOf(Kind);

    /// <summary>The photo as it is opened; <see cref="Stored"/> must have been read.</summary>
    internal OpenedEvidence Opened => new(FileName, ContentType, Stored!.Scan, FileWarnings.None) { File = Stored.Kept };

    internal static TradePhoto Of(LargeTrade trade, TradePhotoKind kind, StoredFile file, Actor by, DateTimeOffset at) => new()
    {
        Id = new TradePhotoId(Guid.NewGuid()),
        Series = trade.Series,
        MerchantId = trade.MerchantId,
        Kind = kind,
        FileName = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        StorageKey = file.Key,
        Stored = VaultFile.Of(file.KeptFor(trade.MerchantId.Value), file.Scan, at),
        ByName = by.Name,
        At = at,
    };

    private static string CodeOf(TradePhotoKind kind) => kind switch
    {
        TradePhotoKind.Slip => "SALES_SLIP",
        TradePhotoKind.Delivery => "DELIVERY_NOTE",
        TradePhotoKind.Order => "ORDER_RECORD",
        TradePhotoKind.Goods => PosCases.Cases.Evidence.EvidenceCode.Other,
    };
}

/// <summary>That a large trade was put into a case as evidence.</summary>
public sealed class TradeUse
{
    /// <summary>The trade: id of its first version.</summary>
    public required LargeTradeId Series { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Which version was put in.</summary>
    public required LargeTradeId Version { get; init; }

    /// <summary>The paper that was made of it.</summary>
    public required EvidenceItemId ItemId { get; init; }

    /// <summary>Name of who did.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>From which sum on a merchant writes a record; his own setting, no rule of anybody.</summary>
public sealed class TradeThreshold
{
    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>In yuan.</summary>
    public decimal Amount { get; set; }

    /// <summary>Name of who set it.</summary>
    public string ByName { get; set; } = "";

    /// <summary>Set at.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>The trade has as many photos as it may.</summary>
public sealed record TooManyTradePhotos : Error
{
    /// <inheritdoc/>
    public override string Code => "Prevention.TooManyPhotos";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [TradePhoto.Most];
}

/// <summary>This version of the trade is in the case already.</summary>
public sealed record TradeInCase : Error
{
    /// <inheritdoc/>
    public override string Code => "Prevention.TradeInCase";
}
