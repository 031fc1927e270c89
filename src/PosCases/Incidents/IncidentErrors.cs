using PosCases.Platform.Messages;

namespace PosCases.Incidents;

/// <summary>Why something cannot be done with an incident.</summary>
public enum IncidentRefusal
{
    /// <summary>It is no suggestion, or no longer one.</summary>
    NotSuggested,

    /// <summary>It was not opened, or is closed.</summary>
    NotOpen,

    /// <summary>The case is in it already.</summary>
    HasCase,

    /// <summary>The case is not in it.</summary>
    LacksCase,

    /// <summary>There is nobody to tell: no case is in it, or everybody has this notice.</summary>
    NobodyToTell,
}

/// <summary>The incident does not allow it.</summary>
/// <param name="Why">Why not.</param>
public sealed record IncidentRefused(IncidentRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Incident.{Why}";
}

/// <summary>It says what nobody may be told: it coaches, promises, or asks for a secret.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Phrase">The words.</param>
public sealed record IncidentFaulty(Letters.LetterFaultKind Kind, string Phrase) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Incident.Fault.{Kind}";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Phrase];
}
