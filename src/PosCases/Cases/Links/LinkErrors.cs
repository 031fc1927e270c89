using PosCases.Platform.Messages;

namespace PosCases.Cases.Links;

/// <summary>A link that closed a case is undone by reopening the case or by undoing the merge.</summary>
public sealed record LinkStands : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.LinkStands";
}

/// <summary>The case was not merged into the other one, or no longer is.</summary>
public sealed record NotMerged : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.NotMerged";
}

/// <summary>Something happened to one of the two cases since they were merged; the merged one can be reopened instead.</summary>
public sealed record MergeStands : Error
{
    /// <inheritdoc/>
    public override string Code => "Case.MergeStands";
}
