using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>Where the local store keeps its files.</summary>
public sealed class FileStoreOptions
{
    /// <summary>Folder; made when it is missing.</summary>
    public required string Folder { get; init; }
}

/// <summary>
/// Keeps files on the local disk, write-once under random keys. Bytes are hashed while they arrive and are on the disk before
/// anybody is told so.
/// </summary>
public sealed class FileStore(FileStoreOptions options)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>What was stored.</summary>
    /// <param name="Key">Random key, 32 hexadecimal digits.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Hash of the bytes, hexadecimal.</param>
    /// <param name="Head">The first bytes, for telling what it is.</param>
    public sealed record Stored(string Key, long Size, string Sha256, byte[] Head);

    /// <summary>Stores a stream; stops and removes what it wrote when the stream is longer than allowed.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="headLength">How many leading bytes to hand back.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was stored, or none when the stream is longer than <paramref name="limit"/>.</returns>
    public async Task<Stored?> StoreAsync(Stream content, long limit, int headLength, CancellationToken ct)
    {
        var key = NewKey();
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var complete = false;
        try
        {
            var stored = await WriteAsync(content, key, path, limit, headLength, ct);
            complete = stored is not null;
            return stored;
        }
        finally
        {
            if (!complete)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>A fresh random name for a file, 32 hexadecimal digits.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Makes a new file to be written; it counts only once it is settled.</summary>
    /// <exception cref="IOException">There is one of that name already: nothing is ever overwritten.</exception>
    internal FileStream Create(string key)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whoever writes into it writes whole chunks; a buffer of its own would only be one more for each file on its way.
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <summary>Brings a written file to the disk, its entry in the folder too: a power cut loses neither.</summary>
    internal static async Task SettleAsync(FileStream file, CancellationToken ct)
    {
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        FolderSync.Flush(Path.GetDirectoryName(file.Name)!);
    }

    /// <summary>Opens a stored file for reading.</summary>
    public FileStream Open(string key) =>
        new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Removes a file that no row points to.</summary>
    public void Discard(string key) => File.Delete(PathOf(key));

    /// <summary>Names of the files that were last written before the given moment.</summary>
    public IEnumerable<string> NamesBefore(DateTimeOffset moment) => Directory.Exists(options.Folder)
        ? new DirectoryInfo(options.Folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.LastWriteTimeUtc < moment.UtcDateTime && IsKey(f.Name))
            .Select(f => f.Name)
        : [];

    private static async Task<Stored?> WriteAsync(Stream content, string key, string path, long limit, int headLength, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        using var head = new MemoryStream();
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            size += read;
            if (size > limit)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            head.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, headLength - head.Length)));
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        return new Stored(key, size, Convert.ToHexStringLower(hash.GetHashAndReset()), head.ToArray());
    }

    private static bool IsKey(string key) => key.Length == 32 && key.All(char.IsAsciiHexDigitLower);

    private string PathOf(string key) => IsKey(key)
        ? Path.Combine(options.Folder, key[..2], key)
        : throw new ArgumentException("Not a storage key.", nameof(key));
}
