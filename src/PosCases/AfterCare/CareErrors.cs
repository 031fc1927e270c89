using PosCases.Platform.Messages;

namespace PosCases.AfterCare;

/// <summary>Why something about after-care was refused.</summary>
public enum CareRefusal
{
    /// <summary>It is not the merchant's turn with the task.</summary>
    NotOpen,

    /// <summary>Nobody has said that the task is done.</summary>
    NotOffered,

    /// <summary>The task is done by filling in the questionnaire.</summary>
    ByInspection,

    /// <summary>Nobody asked for a look at it.</summary>
    NothingToLookAt,

    /// <summary>The self-inspection is finished.</summary>
    InspectionDone,

    /// <summary>The look-back is recorded.</summary>
    LookBackDone,

    /// <summary>The plan was handed over; single measures can be added and dropped.</summary>
    AlreadyHanded,

    /// <summary>The case is not closed with a result that calls for after-care.</summary>
    NoAfterCare,

    /// <summary>The same measure is open already.</summary>
    AlreadyThere,

    /// <summary>Neither a word nor a paper shows that it was done.</summary>
    NothingShown,
}

/// <summary>Something about after-care was refused.</summary>
/// <param name="Why">Why.</param>
public sealed record CareRefused(CareRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Care.{Why}";
}

/// <summary>Questions are without an answer.</summary>
/// <param name="Count">How many.</param>
public sealed record InspectionUnanswered(int Count) : Error
{
    /// <inheritdoc/>
    public override string Code => "Care.Unanswered";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Count];
}
