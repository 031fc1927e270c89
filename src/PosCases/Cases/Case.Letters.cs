using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>Why the actor may not write letters of this case; none when he may: its owner, until it is closed.</summary>
    public Error? RefuseLetterBy(Actor by) =>
        Status == CaseStatus.Closed ? new CaseLocked()
        : OwnerId != by.Id ? new NotTheOwner()
        : null;

    /// <summary>Says on the record what happened to a letter. The letter's own rules were asked before.</summary>
    /// <param name="kind">One of the kinds about letters.</param>
    /// <param name="title">Its title.</param>
    /// <param name="number">Its version.</param>
    /// <param name="reason">Why, where there is a reason.</param>
    /// <param name="forMerchant">Whether the merchant is told.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result RecordLetter(CaseEventKind kind, string title, int number, string? reason, bool forMerchant, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (OwnerId != by.Id && !by.May(Permission.ReviewCases))
        {
            return new NotTheOwner();
        }

        Record(kind, by, at, EventDetails.Of(("letter", title), ("number", number), ("reason", reason)), deskOnly: !forMerchant);
        return Result.Ok;
    }
}
