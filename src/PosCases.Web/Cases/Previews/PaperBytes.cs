using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Previews;

/// <summary>The bytes of papers, for what shows, redacts or copies them. Whoever asks has asked first who may.</summary>
/// <param name="reader">Compares them with their hash.</param>
/// <param name="intake">Examines and encrypts what is stored.</param>
/// <param name="limits">How long a label may be.</param>
public sealed class PaperBytes(EvidenceReader reader, PaperIntake intake, EvidenceLimits limits)
{
    /// <summary>Opens the original.</summary>
    /// <exception cref="FileDamagedException">The bytes are not those that were handed in; the desk has been told.</exception>
    public async Task<Stream> OpenAsync(OpenedEvidence paper, CancellationToken ct) =>
        await reader.OpenAsync(paper, ct) ?? throw new FileDamagedException("The paper is damaged.");

    /// <summary>Stores bytes that were sent, made or copied here; no row points to them yet.</summary>
    /// <param name="owner">The case or merchant that they will belong to.</param>
    /// <param name="name">Label.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was stored, or why not.</returns>
    public Task<Result<StoredFile>> StoreAsync(Guid owner, string name, Stream content, CancellationToken ct) =>
        intake.TakeAsync(content, EvidenceLabel.Clean(name, limits.LongestName), owner, ct);

    /// <summary>Removes bytes that no row points to.</summary>
    public void Discard(StoredFile file) => intake.Discard(file);

    /// <summary>The paper as previews take it.</summary>
    public PreviewSource SourceOf(OpenedEvidence paper) => new(paper.File!.Name, paper.ContentType, ct => OpenAsync(paper, ct));
}
