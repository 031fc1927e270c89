using PosCases.Platform.Messages;

namespace PosCases.Team;

/// <summary>Whoever asks for the next case has as many open ones as he can carry.</summary>
/// <param name="Most">As many.</param>
public sealed record DeskFull(int Most) : Error
{
    /// <inheritdoc/>
    public override string Code => "DeskFull";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Most];
}

/// <summary>No case waits that the actor should take up next.</summary>
/// <param name="Others">How many wait for somebody with other skills, of those looked at.</param>
public sealed record NothingToTake(int Others) : Error
{
    /// <inheritdoc/>
    public override string Code => Others > 0 ? "NothingToTake.ForOthers" : "NothingToTake";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Others];
}
