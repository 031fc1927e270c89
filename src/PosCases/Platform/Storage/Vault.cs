using System.Buffers;
using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>
/// Keeps files encrypted, each under a key of its own. No byte ever lies on the disk in the open: what arrives is hashed and encrypted on the
/// way, and nobody is told of it before it is on the disk. What is read back is hashed again first; a difference hands out nothing.
/// </summary>
public sealed class Vault(IFileStore store, KeyRing keys)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>A file whose encrypted bytes are on the disk, and that no row points to yet.</summary>
    /// <param name="Name">Random name, 32 hexadecimal digits.</param>
    /// <param name="Size">Bytes of the original.</param>
    /// <param name="Sha256">Hash of the original, hexadecimal.</param>
    /// <param name="Head">Its first bytes, for telling what it is.</param>
    /// <param name="Key">Its key; kept in memory only until it is wrapped.</param>
    public sealed record Taken(string Name, long Size, string Sha256, byte[] Head, byte[] Key);

    /// <summary>What a row must keep so that a file can be read.</summary>
    /// <param name="Name">Name in the store.</param>
    /// <param name="Size">Bytes of the original.</param>
    /// <param name="Sha256">Hash of the original, hexadecimal.</param>
    /// <param name="Owner">What the file belongs to; it can be read for nothing else.</param>
    /// <param name="Key">Its wrapped key; none for a file from before files were encrypted.</param>
    public sealed record Kept(string Name, long Size, string Sha256, Guid Owner, WrappedKey? Key);

    /// <summary>Takes a stream in; stops and removes what it wrote when the stream is longer than allowed or breaks off.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="headLength">How many leading bytes to hand back.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was taken, or none when the stream is longer than <paramref name="limit"/>.</returns>
    public async Task<Taken?> TakeAsync(Stream content, long limit, int headLength, CancellationToken ct)
    {
        await using var upload = Begin(headLength);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                if (upload.Size + read > limit)
                {
                    return null;
                }

                await upload.AppendAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return await upload.FinishAsync(ct);
    }

    /// <summary>Begins a file that arrives in parts; to be disposed of.</summary>
    /// <param name="headLength">How many leading bytes to hand back.</param>
    public VaultUpload Begin(int headLength) => new(store, headLength);

    /// <summary>Reads what was just taken, for looking at it before it is kept.</summary>
    /// <returns>The original bytes, asynchronously and at any position; to be disposed of.</returns>
    public async Task<Stream> LookAsync(Taken taken, CancellationToken ct) => new UnsealingStream(await store.OpenAsync(taken.Name, ct), taken.Key, taken.Name);

    /// <summary>Binds what was taken to its owner and wraps its key.</summary>
    public Kept Keep(Taken taken, Guid owner) =>
        new(taken.Name, taken.Size, taken.Sha256, owner, keys.Wrap(taken.Key, BelongsTo(taken.Name, taken.Size, taken.Sha256, owner)));

    /// <summary>Opens a file, after all of it was read once and found to be what was stored.</summary>
    /// <returns>The original bytes; to be disposed of.</returns>
    /// <exception cref="FileDamagedException">It is not what was stored, or its key is gone. Nothing may be handed out, and somebody must be told.</exception>
    public async Task<Stream> OpenAsync(Kept file, CancellationToken ct)
    {
        await CheckAsync(file, ct);
        return await ReadAsync(file, ct);
    }

    /// <summary>Reads all of a file and compares it with what was stored.</summary>
    /// <exception cref="FileDamagedException">It differs.</exception>
    public async Task CheckAsync(Kept file, CancellationToken ct)
    {
        await using var content = await ReadAsync(file, ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            size += read;
        }

        if (size != file.Size || !Convert.ToHexStringLower(hash.GetHashAndReset()).Equals(file.Sha256, StringComparison.Ordinal))
        {
            throw new FileDamagedException("The bytes are not those whose hash was recorded.");
        }
    }

    /// <summary>Wraps a file's key anew under the present key; none when it is wrapped under it already, or has none.</summary>
    /// <exception cref="FileDamagedException">The key opens nothing.</exception>
    public WrappedKey? Rewrap(Kept file) => file.Key is { } key ? keys.Rewrap(key, BelongsTo(file.Name, file.Size, file.Sha256, file.Owner)) : null;

    /// <summary>Name of the key that wraps from now on.</summary>
    public string PresentKey => keys.Current;

    /// <summary>Whether the key of a file was made for this owner, name, size and hash.</summary>
    public bool IsOf(Kept file, Guid owner)
    {
        if (file.Key is not { } wrapped)
        {
            return false;
        }

        try
        {
            CryptographicOperations.ZeroMemory(keys.Unwrap(wrapped, BelongsTo(file.Name, file.Size, file.Sha256, owner)));
            return true;
        }
        catch (FileDamagedException)
        {
            return false;
        }
    }

    /// <summary>Names of the files in the store that were last written before the given moment.</summary>
    public IAsyncEnumerable<string> NamesBeforeAsync(DateTimeOffset moment, CancellationToken ct) => store.NamesBeforeAsync(moment, ct);

    /// <summary>Removes a file that no row points to.</summary>
    public void Discard(string name) => store.Discard(name);

    private async Task<Stream> ReadAsync(Kept file, CancellationToken ct)
    {
        if (file.Key is not { } wrapped)
        {
            return await OpenStoredAsync(file.Name, ct);
        }

        var key = keys.Unwrap(wrapped, BelongsTo(file.Name, file.Size, file.Sha256, file.Owner));
        try
        {
            return new UnsealingStream(await OpenStoredAsync(file.Name, ct), key, file.Name);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task<Stream> OpenStoredAsync(string name, CancellationToken ct)
    {
        try
        {
            return await store.OpenAsync(name, ct);
        }
        catch (FileNotFoundException missing)
        {
            throw new FileDamagedException("The bytes are not in the store.", missing);
        }
    }

    // A row that names another file's bytes, another hash or another case opens nothing.
    private static string BelongsTo(string name, long size, string sha256, Guid owner) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{owner:N}/{name}/{size}/{sha256}");
}
