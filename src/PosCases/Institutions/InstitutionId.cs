using PosCases.Platform.Data;

namespace PosCases.Institutions;

/// <summary>Identifies an institution.</summary>
public readonly record struct InstitutionId(Guid Value) : ITypedId<InstitutionId>
{
    /// <inheritdoc/>
    public static InstitutionId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static InstitutionId New() => new(Guid.NewGuid());
}
