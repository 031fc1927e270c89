using PosCases.Cases.Urgency;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>What a supervisor decided instead of the score; none while the score counts.</summary>
    public Priority? PriorityOverride { get; private set; }

    /// <summary>Why.</summary>
    public string? PriorityOverrideReason { get; private set; }

    /// <summary>Who decided; name at the time.</summary>
    public string? PriorityOverrideBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? PriorityOverrideAt { get; private set; }

    /// <summary>Takes what the score says, unless a supervisor decided otherwise. Nothing changes when it says the same.</summary>
    /// <returns>Whether the priority changed.</returns>
    public bool TakeScore(PriorityScore score, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed || PriorityOverride is not null || score.Level == Priority)
        {
            return false;
        }

        var from = Priority;
        Priority = score.Level;
        Reorder();
        Record(
            CaseEventKind.PriorityChanged, by, at,
            EventDetails.Of(("fromPriority", from), ("toPriority", Priority), ("why", score.Reasons.Count > 0 ? score.Reasons[0].Kind : null)),
            deskOnly: true);
        return true;
    }

    /// <summary>Decides the priority until it is cleared.</summary>
    public Result OverridePriority(Priority level, string reason, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        var from = Priority;
        (Priority, PriorityOverride, PriorityOverrideReason, PriorityOverrideBy, PriorityOverrideAt) = (level, level, reason, by.Name, at);
        Reorder();
        Record(
            CaseEventKind.PriorityOverridden, by, at,
            EventDetails.Of(("fromPriority", from), ("toPriority", level), ("reason", reason)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Lets the score count again.</summary>
    public Result ClearPriority(PriorityScore score, string reason, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        var from = Priority;
        (Priority, PriorityOverride, PriorityOverrideReason, PriorityOverrideBy, PriorityOverrideAt) = (score.Level, null, null, null, null);
        Reorder();
        Record(
            CaseEventKind.PriorityOverridden, by, at,
            EventDetails.Of(("fromPriority", from), ("toPriority", Priority), ("reason", reason), ("cleared", "yes")), deskOnly: true);
        return Result.Ok;
    }
}
