using System.Security.Cryptography;
using System.Text;

namespace PosCases.Platform.Storage;

/// <summary>Settings of the section <c>Encryption</c>: the keys that wrap the keys of files and seal what the second factor needs.</summary>
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

/// <summary>
/// Makes and wraps the keys of files, and seals short secrets, with AES-256-GCM under named keys from the configuration, so that these can be changed
/// one by one.
/// </summary>
public sealed class KeyRing
{
    private const int Overhead = SealedFormat.NonceLength + SealedFormat.TagLength;

    private const string Mark = "sealed:";

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
    public WrappedKey Wrap(ReadOnlySpan<byte> key, string belongsTo) => new(Current, Encrypt(key, belongsTo));

    /// <summary>Unwraps a file's key.</summary>
    /// <param name="wrapped">The wrapped key.</param>
    /// <param name="belongsTo">What it must belong to.</param>
    /// <exception cref="FileDamagedException">The wrapping key is not known, or the key was changed or belongs to something else.</exception>
    public byte[] Unwrap(WrappedKey wrapped, string belongsTo) => Decrypt(wrapped.KeyName, wrapped.Bytes, belongsTo);

    /// <summary>How a text begins that was sealed under the present key.</summary>
    public string Beginning => $"{Mark}{Current}:";

    /// <summary>Seals a short text, so that it can be stored.</summary>
    /// <param name="text">The text.</param>
    /// <param name="belongsTo">What it belongs to; it can be opened for nothing else.</param>
    public string Seal(string text, string belongsTo) => Beginning + Convert.ToBase64String(Encrypt(Encoding.UTF8.GetBytes(text), belongsTo));

    /// <summary>Opens a sealed text; one that was never sealed is answered as it is.</summary>
    /// <param name="text">What was stored.</param>
    /// <param name="belongsTo">What it must belong to.</param>
    /// <exception cref="FileDamagedException">Its key is not known, or it was changed or belongs to something else.</exception>
    public string Open(string text, string belongsTo)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new byte[text.Length];
        return text.Split(':') is [_, var name, var content] && Convert.TryFromBase64String(content, bytes, out var length)
            ? Encoding.UTF8.GetString(Decrypt(name, bytes[..length], belongsTo))
            : throw new FileDamagedException("The sealed text is cut off.");
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

    // Nonce, what is encrypted, tag.
    private byte[] Encrypt(ReadOnlySpan<byte> plain, string belongsTo)
    {
        var bytes = new byte[Overhead + plain.Length];
        var nonce = bytes.AsSpan(0, SealedFormat.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys[Current], SealedFormat.TagLength);
        cipher.Encrypt(
            nonce, plain, bytes.AsSpan(SealedFormat.NonceLength, plain.Length), bytes.AsSpan(SealedFormat.NonceLength + plain.Length), Encoding.UTF8.GetBytes(belongsTo));
        return bytes;
    }

    private byte[] Decrypt(string name, byte[] bytes, string belongsTo)
    {
        if (!keys.TryGetValue(name, out var wrapping))
        {
            throw new FileDamagedException($"The key '{name}' is not among Encryption:Keys.");
        }

        if (bytes.Length < Overhead)
        {
            throw new FileDamagedException("What was encrypted is cut off.");
        }

        var plain = new byte[bytes.Length - Overhead];
        using var cipher = new AesGcm(wrapping, SealedFormat.TagLength);
        try
        {
            cipher.Decrypt(
                bytes.AsSpan(0, SealedFormat.NonceLength), bytes.AsSpan(SealedFormat.NonceLength, plain.Length), bytes.AsSpan(SealedFormat.NonceLength + plain.Length),
                plain, Encoding.UTF8.GetBytes(belongsTo));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new FileDamagedException("What was encrypted was changed, or belongs to something else.", mismatch);
        }

        return plain;
    }

    private static byte[] Read(string name, string text)
    {
        var bytes = new byte[SealedFormat.KeyLength + 1];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == SealedFormat.KeyLength
            ? bytes[..length]
            : throw new InvalidOperationException($"Encryption:Keys:{name} is not 32 bytes of Base64. Make one with: openssl rand -base64 32");
    }
}
