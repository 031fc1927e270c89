using PosCases.Platform.Messages;

namespace PosCases.Cases.Measures;

/// <summary>The measure has ended: its record is kept as it is. What was imposed anew is a measure of its own.</summary>
public sealed record MeasureEnded : Error
{
    /// <inheritdoc/>
    public override string Code => "Measure.Ended";
}
