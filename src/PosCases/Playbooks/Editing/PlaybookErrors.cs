using PosCases.Platform.Messages;

namespace PosCases.Playbooks.Editing;

/// <summary>Why something cannot be done with a playbook or its draft.</summary>
public enum PlaybookRefusal
{
    /// <summary>It is under review already.</summary>
    InReview,

    /// <summary>It is not under review.</summary>
    NotInReview,

    /// <summary>Nobody approves what they wrote last.</summary>
    OwnDraft,

    /// <summary>Somebody is writing a draft of it already.</summary>
    DraftExists,

    /// <summary>The product cannot do without it: it serves cases that no other serves.</summary>
    Indispensable,

    /// <summary>It is retired already.</summary>
    Retired,
}

/// <summary>The playbook or draft does not allow it.</summary>
/// <param name="Why">Why not.</param>
public sealed record PlaybookRefused(PlaybookRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Playbook.{Why}";
}

/// <summary>The text is not a playbook document.</summary>
/// <param name="Line">Line of the fault, from 1; 0 when it is not known.</param>
/// <param name="What">What the reader of the document says, in English, as it names members of the format.</param>
public sealed record PlaybookUnreadable(long Line, string What) : Error
{
    /// <inheritdoc/>
    public override string Code => "Playbook.Unreadable";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Line, What];
}

/// <summary>The document has faults; it can be kept as a draft but not be published.</summary>
/// <param name="Faults">At least one.</param>
public sealed record PlaybookFaulty(IReadOnlyList<PlaybookFault> Faults) : Error
{
    /// <inheritdoc/>
    public override string Code => "Playbook.Faulty";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Faults.Count];
}

/// <summary>One thing that is wrong in a document.</summary>
/// <param name="Where">Path in the document, e.g. <c>steps[2].title.zh</c>.</param>
/// <param name="Code">What is wrong; key of the text.</param>
/// <param name="Arguments">Values for the text.</param>
public sealed record PlaybookFault(string Where, string Code, params IReadOnlyList<object?> Arguments);
