using PosCases.Cases.Evidence;

namespace PosCases.Cases.Communication;

/// <summary>What became of a paper between two sendings to the same institution.</summary>
public enum PaperChange
{
    /// <summary>Not sent before.</summary>
    Added,

    /// <summary>Another file of a kind that was sent before.</summary>
    Replaced,

    /// <summary>The very file that was sent before.</summary>
    Same,

    /// <summary>Sent before, and no longer.</summary>
    LeftOut,
}

/// <summary>One paper of a sending, compared with the sending before.</summary>
/// <param name="Code">Kind.</param>
/// <param name="FileName">Label.</param>
/// <param name="Change">What became of it.</param>
public sealed record PaperDifference(string Code, string FileName, PaperChange Change);

/// <summary>Compares what is sent now with what was sent before; files are known by their hash.</summary>
public static class RoundDifference
{
    /// <summary>The difference of what would be sent now.</summary>
    public static IReadOnlyList<PaperDifference> Of(SubmissionRound before, IEnumerable<EvidenceItem> now) =>
        Of(before, [.. now.Select(i => (i.Code, i.FileName, i.Sha256))]);

    /// <summary>The difference of a later sending.</summary>
    public static IReadOnlyList<PaperDifference> Of(SubmissionRound before, SubmissionRound after) =>
        Of(before, [.. after.Papers.OrderBy(p => p.Number).Select(p => (p.Code, p.FileName, p.Sha256))]);

    private static List<PaperDifference> Of(SubmissionRound before, List<(string Code, string FileName, string Sha256)> now)
    {
        var hashes = before.Papers.Select(p => p.Sha256).ToHashSet(StringComparer.Ordinal);
        var here = now.Select(p => p.Sha256).ToHashSet(StringComparer.Ordinal);

        // A file that is gone is what a new one of its kind replaces; one new file replaces one.
        var gone = before.Papers.OrderBy(p => p.Number).Where(p => !here.Contains(p.Sha256)).ToList();
        List<PaperDifference> found = [];
        foreach (var paper in now)
        {
            var replaced = hashes.Contains(paper.Sha256) ? null : gone.Find(p => p.Code == paper.Code);
            if (replaced is not null)
            {
                gone.Remove(replaced);
            }

            found.Add(new PaperDifference(
                paper.Code,
                paper.FileName,
                hashes.Contains(paper.Sha256) ? PaperChange.Same : replaced is not null ? PaperChange.Replaced : PaperChange.Added));
        }

        found.AddRange(gone.Select(p => new PaperDifference(p.Code, p.FileName, PaperChange.LeftOut)));
        return found;
    }
}
