using PosCases.Platform.Data;

namespace PosCases.Merchants;

/// <summary>Identifies a merchant's number at an acquirer.</summary>
public readonly record struct MerchantNumberId(Guid Value) : ITypedId<MerchantNumberId>
{
    /// <inheritdoc/>
    public static MerchantNumberId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static MerchantNumberId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a terminal.</summary>
public readonly record struct TerminalId(Guid Value) : ITypedId<TerminalId>
{
    /// <inheritdoc/>
    public static TerminalId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static TerminalId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a store.</summary>
public readonly record struct StoreId(Guid Value) : ITypedId<StoreId>
{
    /// <inheritdoc/>
    public static StoreId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static StoreId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a contact.</summary>
public readonly record struct ContactId(Guid Value) : ITypedId<ContactId>
{
    /// <inheritdoc/>
    public static ContactId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static ContactId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a settlement account.</summary>
public readonly record struct SettlementAccountId(Guid Value) : ITypedId<SettlementAccountId>
{
    /// <inheritdoc/>
    public static SettlementAccountId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static SettlementAccountId New() => new(Guid.NewGuid());
}
