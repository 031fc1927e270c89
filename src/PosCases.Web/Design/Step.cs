namespace PosCases.Web.Design;

/// <summary>One line of a <see cref="StepList"/>.</summary>
/// <param name="Title">What is done in it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Hint">A short remark below.</param>
/// <param name="Href">Where it is done, when one may go there.</param>
public sealed record Step(string Title, StepState State, string? Hint = null, string? Href = null);

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Finished.</summary>
    Done,

    /// <summary>Being done now.</summary>
    Current,

    /// <summary>Still to come.</summary>
    Todo,

    /// <summary>Left out, with a reason.</summary>
    Skipped,
}
