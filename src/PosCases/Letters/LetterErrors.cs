using PosCases.Platform.Messages;

namespace PosCases.Letters;

/// <summary>Why something cannot be done with a letter.</summary>
public enum LetterRefusal
{
    /// <summary>It is under review, final or put away: it is not written on.</summary>
    NotDraft,

    /// <summary>It is a draft already.</summary>
    IsDraft,

    /// <summary>It is not under review.</summary>
    NotInReview,

    /// <summary>A supervisor must approve it first.</summary>
    NeedsApproval,

    /// <summary>Nobody has to approve it.</summary>
    NeedsNoApproval,

    /// <summary>Nobody approves a letter that he wrote on.</summary>
    OwnLetter,

    /// <summary>It is under review; a supervisor has not approved it yet.</summary>
    WaitsForApproval,

    /// <summary>It lacks nothing, but nobody made it final.</summary>
    NotFinal,

    /// <summary>It was put away.</summary>
    Dropped,

    /// <summary>An authority ordered every open measure: no institution can lift it.</summary>
    OnlyAuthorityLifts,

    /// <summary>It lacks nothing that the case knows by now.</summary>
    NothingToFill,
}

/// <summary>The letter does not allow it.</summary>
/// <param name="Why">Why not.</param>
public sealed record LetterRefused(LetterRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Letter.{Why}";
}

/// <summary>It lacks something and cannot become final.</summary>
/// <param name="Fields">What, at least one.</param>
public sealed record LetterIncomplete(IReadOnlyList<MissingField> Fields) : Error
{
    /// <inheritdoc/>
    public override string Code => "Letter.Incomplete";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Fields.Count, Fields[0].Label];
}

/// <summary>It says what no letter may say; it can be kept as a draft, but not be saved as a version nor go out.</summary>
/// <param name="Faults">At least one.</param>
public sealed record LetterFaulty(IReadOnlyList<LetterFault> Faults) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Letter.Fault.{Faults[0].Kind}";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Faults[0].Phrase, Faults[0].Cause];
}
