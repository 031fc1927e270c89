using PosCases.Cases.Evidence;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Previews;

/// <summary>The bytes of papers, for what shows, redacts or copies them. Whoever asks has asked first who may.</summary>
/// <param name="store">Where they are.</param>
public sealed class PaperBytes(FileStore store)
{
    /// <summary>Opens the original.</summary>
    public Task<Stream> OpenAsync(StoredFile file, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(store.Open(file.Key));
    }

    /// <summary>The paper as previews take it.</summary>
    public PreviewSource SourceOf(StoredFile file) => new(file.Key, file.ContentType, ct => OpenAsync(file, ct));
}
