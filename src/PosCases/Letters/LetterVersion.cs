using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Why a version was saved.</summary>
public enum LetterVersionKind
{
    /// <summary>Filled from the case.</summary>
    Made,

    /// <summary>Saved by its writer, or when it was handed in.</summary>
    Saved,

    /// <summary>An earlier version was taken up again.</summary>
    Restored,

    /// <summary>Marks were filled from the case.</summary>
    Refilled,
}

/// <summary>What a letter said when it was saved. Never changed.</summary>
public sealed class LetterVersion
{
    private LetterVersion()
    {
    }

    internal LetterVersion(LetterId letter, int number, LetterVersionKind kind, LetterContent content, Actor by, DateTimeOffset at)
    {
        (LetterId, Number, Kind, Content) = (letter, number, kind, content);
        (ById, ByName, At) = (by.Id, by.Name, at);
    }

    /// <summary>The letter.</summary>
    public LetterId LetterId { get; private init; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Why it was saved.</summary>
    public LetterVersionKind Kind { get; private init; }

    /// <summary>What it said.</summary>
    public LetterContent Content { get; private init; } = null!;

    /// <summary>Saved by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Saved at.</summary>
    public DateTimeOffset At { get; private init; }
}
