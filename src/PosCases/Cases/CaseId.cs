using PosCases.Platform.Data;

namespace PosCases.Cases;

/// <summary>Identifies a case.</summary>
public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static CaseId New() => new(Guid.NewGuid());
}
