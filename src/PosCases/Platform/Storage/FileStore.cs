using System.Runtime.CompilerServices;

namespace PosCases.Platform.Storage;

/// <summary>Where the local store keeps its files.</summary>
public sealed class FileStoreOptions
{
    /// <summary>Folder; made when it is missing.</summary>
    public required string Folder { get; init; }
}

/// <summary>Keeps files on the local disk, write-once under random names; a settled file is on the disk, and its entry in the folder too.</summary>
public sealed class FileStore(FileStoreOptions options) : IFileStore
{
    private const int BufferSize = 128 * 1024;

    /// <inheritdoc/>
    public Stream Create(string key)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whoever writes into it writes whole chunks; a buffer of its own would only be one more for each file on its way.
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(Stream written, CancellationToken ct)
    {
        var file = (FileStream)written;
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        FolderSync.Flush(Path.GetDirectoryName(file.Name)!);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException(missing.Message, missing);
        }
    }

    /// <inheritdoc/>
    public void Discard(string key)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> NamesBeforeAsync(DateTimeOffset moment, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(options.Folder))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(options.Folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < moment.UtcDateTime && IFileStore.IsKey(file.Name))
            {
                yield return file.Name;
            }
        }
    }

    private string PathOf(string key) => IFileStore.IsKey(key)
        ? Path.Combine(options.Folder, key[..2], key)
        : throw new ArgumentException("Not a storage key.", nameof(key));
}
