using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>Since when nothing of it may be erased.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>Why nothing of it may be erased.</summary>
    public string? HoldReason { get; private set; }

    /// <summary>Who ordered that.</summary>
    public string? HeldByName { get; private set; }

    /// <summary>Forbids erasing anything of it, in every status; by a supervisor.</summary>
    public Result PlaceHold(string reason, Actor by, DateTimeOffset at)
    {
        if (HeldAt is not null)
        {
            return new Invalid("Reason", "HeldAlready");
        }

        (HeldAt, HoldReason, HeldByName) = (at, reason, by.Name);
        Record(CaseEventKind.HoldPlaced, by, at, EventDetails.Of(("reason", reason)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Ends the hold.</summary>
    public Result LiftHold(string reason, Actor by, DateTimeOffset at)
    {
        if (HeldAt is null)
        {
            return new NotFound("Hold");
        }

        (HeldAt, HoldReason, HeldByName) = (null, null, null);
        Record(CaseEventKind.HoldLifted, by, at, EventDetails.Of(("reason", reason)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Keeps that papers were erased: how many and why, and nothing that was in them or what they were called.</summary>
    /// <param name="erased">The papers.</param>
    /// <param name="lists">How many imported lists of transactions went with them.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    internal Result RecordErasure(IReadOnlyList<Evidence.EvidenceItem> erased, int lists, string reason, Actor by, DateTimeOffset at)
    {
        if (Status != CaseStatus.Closed)
        {
            return new Invalid("Id", "CaseOpen");
        }

        if (HeldAt is not null)
        {
            return new Invalid("Id", "OnHold");
        }

        foreach (var item in erased)
        {
            item.ForgetName();
        }

        Record(CaseEventKind.EvidenceErased, by, at, EventDetails.Of(("count", erased.Count + lists), ("reason", reason)), deskOnly: true);
        return Result.Ok;
    }
}
