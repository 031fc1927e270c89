using PosCases.Platform.Data;

namespace PosCases.People;

/// <summary>Identifies a person with an account.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId Of(Guid value) => new(value);
}

/// <summary>Identifies an invitation; whoever holds it may redeem it, so it travels only in a protected link.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    /// <inheritdoc/>
    public static InvitationId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static InvitationId New() => new(Guid.NewGuid());
}
