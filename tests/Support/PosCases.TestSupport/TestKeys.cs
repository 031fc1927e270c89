using System.Security.Cryptography;
using PosCases.Platform.Storage;

namespace PosCases.TestSupport;

/// <summary>A key as production is given one.</summary>
public static class TestKeys
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>As options.</summary>
    public static EncryptionOptions Options => new() { Current = "test", Keys = { ["test"] = Key } };

    /// <summary>As settings: name and value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings => [("Encryption:Current", "test"), ("Encryption:Keys:test", Key)];
}
