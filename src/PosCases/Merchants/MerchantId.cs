using PosCases.Platform.Data;

namespace PosCases.Merchants;

/// <summary>Identifies a merchant.</summary>
public readonly record struct MerchantId(Guid Value) : ITypedId<MerchantId>
{
    /// <inheritdoc/>
    public static MerchantId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static MerchantId New() => new(Guid.NewGuid());
}
