using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Previews;

/// <summary>The bytes of papers, for what shows, redacts or copies them. Whoever asks has asked first who may.</summary>
/// <param name="reader">Compares them with their hash.</param>
public sealed class PaperBytes(EvidenceReader reader)
{
    /// <summary>Opens the original.</summary>
    /// <exception cref="FileDamagedException">The bytes are not those that were handed in; the desk has been told.</exception>
    public async Task<Stream> OpenAsync(OpenedEvidence paper, CancellationToken ct) =>
        await reader.OpenAsync(paper, ct) ?? throw new FileDamagedException("The paper is damaged.");

    /// <summary>The paper as previews take it.</summary>
    public PreviewSource SourceOf(OpenedEvidence paper) => new(paper.File!.Name, paper.ContentType, ct => OpenAsync(paper, ct));
}
