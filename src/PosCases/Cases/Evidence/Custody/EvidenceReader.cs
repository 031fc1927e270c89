using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>Reads the bytes of a paper that was opened, after comparing all of them with the recorded hash; calls for help when they differ.</summary>
public sealed class EvidenceReader(Vault vault, Door door)
{
    /// <summary>Reads a paper.</summary>
    /// <param name="paper">What <see cref="OpenEvidence"/> answered.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The original bytes, to be disposed of; none when they are not those that were handed in. Then the desk has been told.</returns>
    public async Task<Stream?> OpenAsync(OpenedEvidence paper, CancellationToken ct)
    {
        if (paper.File is not { } file)
        {
            throw new ArgumentException("The answer of an earlier opening has no key any more.", nameof(paper));
        }

        try
        {
            return await vault.OpenAsync(file, ct);
        }
        catch (FileDamagedException damaged)
        {
            // Recorded even when the reader has gone away.
            await door.Send(new ReportEvidence.CheckedCommand(file.Name, Intact: false, damaged.Message), Caller.System, CancellationToken.None);
            return null;
        }
    }
}
