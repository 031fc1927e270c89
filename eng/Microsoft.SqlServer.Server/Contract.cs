namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type would be stored in the database; PosCases stores none.</summary>
public enum Format
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>By the server itself.</summary>
    Native = 1,

    /// <summary>By the type, through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A CLR type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type of the database.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is stored.</summary>
    public Format Format { get; } = format;

    /// <summary>The largest size in bytes; -1 for two gigabytes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values have the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the stored bytes sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The name of a method that checks a value read.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name in the database.</summary>
    public string? Name { get; set; }
}

/// <summary>A type is not a valid CLR type of the database.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    /// <summary>SqlClient's way to make one.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) => new($"{udtType}: {resourceReason}");
}
