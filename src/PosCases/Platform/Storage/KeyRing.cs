using System.Security.Cryptography;
using System.Text;

namespace PosCases.Platform.Storage;

/// <summary>Settings of the section <c>Encryption</c>: the keys that wrap the keys of files.</summary>
public sealed class EncryptionOptions
{
    /// <summary>Which key wraps from now on.</summary>
    public string? Current { get; set; }

    /// <summary>Every key that is still needed for reading: its name, and 32 random bytes as Base64.</summary>
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A file's own key, wrapped. Without it nothing opens the file: destroying it erases the file wherever copies of it lie.</summary>
/// <param name="KeyName">The key that wraps it.</param>
/// <param name="Bytes">Nonce, wrapped key, tag: 60 bytes.</param>
public sealed record WrappedKey(string KeyName, byte[] Bytes);

/// <summary>Makes and wraps the keys of files with AES-256-GCM under named keys from the configuration, so that these can be changed one by one.</summary>
public sealed class KeyRing
{
    private readonly Dictionary<string, byte[]> keys;

    /// <summary>Takes the keys of the configuration.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or is not 32 bytes of Base64; the message says which.</exception>
    public KeyRing(EncryptionOptions options)
    {
        keys = options.Keys.ToDictionary(k => k.Key, k => Read(k.Key, k.Value), StringComparer.Ordinal);
        Current = options.Current is { Length: > 0 } named && keys.ContainsKey(named)
            ? named
            : throw new InvalidOperationException($"Encryption:Current names '{options.Current}', which is not among Encryption:Keys.");
    }

    /// <summary>Name of the key that wraps from now on.</summary>
    public string Current { get; }

    /// <summary>A new key for one file.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(SealedFormat.KeyLength);

    /// <summary>Wraps a file's key.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="belongsTo">What it belongs to; it can be unwrapped for nothing else.</param>
    public WrappedKey Wrap(ReadOnlySpan<byte> key, string belongsTo)
    {
        var bytes = new byte[SealedFormat.NonceLength + SealedFormat.KeyLength + SealedFormat.TagLength];
        var nonce = bytes.AsSpan(0, SealedFormat.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys[Current], SealedFormat.TagLength);
        cipher.Encrypt(
            nonce, key, bytes.AsSpan(SealedFormat.NonceLength, SealedFormat.KeyLength), bytes.AsSpan(SealedFormat.NonceLength + SealedFormat.KeyLength),
            Encoding.UTF8.GetBytes(belongsTo));
        return new WrappedKey(Current, bytes);
    }

    /// <summary>Unwraps a file's key.</summary>
    /// <param name="wrapped">The wrapped key.</param>
    /// <param name="belongsTo">What it must belong to.</param>
    /// <exception cref="FileDamagedException">The wrapping key is not known, or the key was changed or belongs to something else.</exception>
    public byte[] Unwrap(WrappedKey wrapped, string belongsTo)
    {
        if (!keys.TryGetValue(wrapped.KeyName, out var wrapping))
        {
            throw new FileDamagedException($"The key '{wrapped.KeyName}' is not among Encryption:Keys.");
        }

        if (wrapped.Bytes.Length != SealedFormat.NonceLength + SealedFormat.KeyLength + SealedFormat.TagLength)
        {
            throw new FileDamagedException("The wrapped key is cut off.");
        }

        var key = new byte[SealedFormat.KeyLength];
        using var cipher = new AesGcm(wrapping, SealedFormat.TagLength);
        try
        {
            cipher.Decrypt(
                wrapped.Bytes.AsSpan(0, SealedFormat.NonceLength), wrapped.Bytes.AsSpan(SealedFormat.NonceLength, SealedFormat.KeyLength),
                wrapped.Bytes.AsSpan(SealedFormat.NonceLength + SealedFormat.KeyLength), key, Encoding.UTF8.GetBytes(belongsTo));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new FileDamagedException("The wrapped key was changed, or belongs to another file.", mismatch);
        }

        return key;
    }

    /// <summary>Wraps a key anew under the present key; none when it is wrapped under it already.</summary>
    public WrappedKey? Rewrap(WrappedKey wrapped, string belongsTo)
    {
        if (wrapped.KeyName == Current)
        {
            return null;
        }

        var key = Unwrap(wrapped, belongsTo);
        try
        {
            return Wrap(key, belongsTo);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Read(string name, string text)
    {
        var bytes = new byte[SealedFormat.KeyLength + 1];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == SealedFormat.KeyLength
            ? bytes[..length]
            : throw new InvalidOperationException($"Encryption:Keys:{name} is not 32 bytes of Base64. Make one with: openssl rand -base64 32");
    }
}
