using PosCases.Cases.Evidence;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Previews;

/// <summary>The bytes of papers, for what shows, redacts or copies them. Whoever asks has asked first who may.</summary>
/// <param name="store">Where they are.</param>
/// <param name="limits">How large a file may be.</param>
public sealed class PaperBytes(FileStore store, EvidenceLimits limits)
{
    /// <summary>What is said of a file that is larger than it may be.</summary>
    public FileTooLarge TooLarge => new(limits.LargestFile / (1024 * 1024));

    /// <summary>Opens the original.</summary>
    public Task<Stream> OpenAsync(StoredFile file, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(store.Open(file.Key));
    }

    /// <summary>Takes bytes that somebody sends; what they are is found in them.</summary>
    /// <param name="name">What the sender's device calls the file.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was stored, with an empty media type when it is of no acceptable kind; none when it is larger than a file may be.</returns>
    public async Task<StoredFile?> TakeAsync(string name, Stream content, CancellationToken ct) =>
        await store.StoreAsync(content, limits.LargestFile, FileType.HeadLength, ct) is { } stored
            ? new StoredFile(stored.Key, EvidenceLabel.Clean(name, limits.LongestName), FileType.Find(stored.Head) ?? "", stored.Size, stored.Sha256)
            : null;

    /// <summary>Stores bytes that were made or copied here; no row points to them yet.</summary>
    /// <param name="name">Label.</param>
    /// <param name="contentType">Media type found in the content.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was stored, or none when it is larger than a file may be.</returns>
    public async Task<StoredFile?> StoreAsync(string name, string contentType, Stream content, CancellationToken ct) =>
        await store.StoreAsync(content, limits.LargestFile, FileType.HeadLength, ct) is { } stored
            ? new StoredFile(stored.Key, EvidenceLabel.Clean(name, limits.LongestName), contentType, stored.Size, stored.Sha256)
            : null;

    /// <summary>Removes bytes that no row points to.</summary>
    public void Discard(StoredFile file) => store.Discard(file.Key);

    /// <summary>The paper as previews take it.</summary>
    public PreviewSource SourceOf(StoredFile file) => new(file.Key, file.ContentType, ct => OpenAsync(file, ct));
}
