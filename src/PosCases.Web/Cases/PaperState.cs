using System.Globalization;
using PosCases.Cases.Evidence;

namespace PosCases.Web.Cases;

/// <summary>How a paper that was asked for looks to the one who owes it.</summary>
public enum PaperState
{
    /// <summary>Nothing was handed in.</summary>
    Missing,

    /// <summary>Sent back; another one is needed.</summary>
    Again,

    /// <summary>Handed in, not judged.</summary>
    Waiting,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>A supervisor does without it.</summary>
    Waived,

    /// <summary>Optional, and nothing was handed in.</summary>
    Offered,
}

/// <summary>Tells how a paper stands from what was handed in for it.</summary>
public static class PaperStates
{
    /// <summary>How the paper stands.</summary>
    public static PaperState StateOf(this EvidenceRequirement asked) =>
        asked.Items.Any(i => i.Status == EvidenceStatus.Accepted) ? PaperState.Accepted
        : asked.WaivedAt is not null ? PaperState.Waived
        : asked.Items.Any(i => i.Status == EvidenceStatus.Submitted) ? PaperState.Waiting
        : asked.Items.Any(i => i.Status == EvidenceStatus.Rejected) ? PaperState.Again
        : asked.Level == RequirementLevel.Optional ? PaperState.Offered
        : PaperState.Missing;

    /// <summary>Whether the one who owes it must still act.</summary>
    public static bool IsOwed(this EvidenceRequirement asked) => asked.StateOf() is PaperState.Missing or PaperState.Again;

    /// <summary>Why it was sent back, in the reader's language where it was said in both.</summary>
    public static string? ReasonToRead(this EvidenceItem item) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? item.Reason : item.ReasonEn ?? item.Reason;

    /// <summary>Whether a newer version may take its place: it is not accepted, and none has yet.</summary>
    public static bool CanBeReplaced(this EvidenceItem item, IEnumerable<EvidenceItem> all) =>
        item.Status is EvidenceStatus.Submitted or EvidenceStatus.Rejected && !all.Any(i => i.ReplacesId == item.Id);

    /// <summary>Whether the one who handed it in may still take it back.</summary>
    public static bool CanBeTakenBack(this EvidenceItem item) => item.Status == EvidenceStatus.Submitted;
}
