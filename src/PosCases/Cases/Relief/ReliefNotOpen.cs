using PosCases.Platform.Messages;

namespace PosCases.Cases.Relief;

/// <summary>The talk is at another point: an answer to something that was answered already.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record ReliefNotOpen(ReliefStatus Status) : Error
{
    /// <inheritdoc/>
    public override string Code => "Relief.NotOpen";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Status];
}
