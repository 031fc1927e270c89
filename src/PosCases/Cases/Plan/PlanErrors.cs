using PosCases.Platform.Messages;

namespace PosCases.Cases.Plan;

/// <summary>The step puts a question: it ends with an answer, not with a tick.</summary>
public sealed record StepNeedsAnswer : Error
{
    /// <inheritdoc/>
    public override string Code => "Step.NeedsAnswer";
}

/// <summary>The step was begun or ended already.</summary>
public sealed record StepBegun : Error
{
    /// <inheritdoc/>
    public override string Code => "Step.Begun";
}

/// <summary>The case keeps to the newest versions already.</summary>
public sealed record NothingNewer : Error
{
    /// <inheritdoc/>
    public override string Code => "Plan.NothingNewer";
}

/// <summary>Only a supervisor ends this step.</summary>
public sealed record SupervisorsStep : Error
{
    /// <inheritdoc/>
    public override string Code => "Step.Supervisors";
}
