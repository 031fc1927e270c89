namespace PosCases.Platform.Data;

/// <summary>An id that cannot be mistaken for another noun's id: 128 random bits.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf> : ITypedId
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>Wraps a stored value.</summary>
    static abstract TSelf Of(Guid value);
}

/// <summary>What all typed ids share.</summary>
public interface ITypedId
{
    /// <summary>The bare value, for storage and addresses.</summary>
    Guid Value { get; }
}
