using PosCases.Cases.Guests;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<CaseGuest> guests = [];
    private readonly List<AdviceNote> advice = [];

    /// <summary>Lawyers and representatives who may or might see the case, revoked ones too.</summary>
    public IReadOnlyList<CaseGuest> Guests => guests;

    /// <summary>Lawyers' advice. Only notes added in this unit of work are loaded.</summary>
    public IReadOnlyList<AdviceNote> Advice => advice;

    /// <summary>Whether the actor may invite and revoke guests: the agent who owns the case, and the merchant's owner.</summary>
    public bool IsHostedBy(Actor actor) =>
        (actor.IsDesk && OwnerId == actor.Id) || (actor.Role == Role.MerchantOwner && actor.Merchant == MerchantId.Value);

    /// <summary>Lets a lawyer see this one case. Needs the guests to be loaded.</summary>
    public Result InviteGuest(GuestRecord record, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (!IsHostedBy(by))
        {
            return new NotTheHost();
        }

        if (guests.Exists(g => g.RevokedAt is null && g.UserName == record.UserName))
        {
            return new GuestAlreadyInvited();
        }

        guests.Add(CaseGuest.Of(Id, record, by, at));
        Record(CaseEventKind.GuestInvited, by, at, EventDetails.Of(("guest", record.Name)));
        return Result.Ok;
    }

    /// <summary>Ends a guest's sight of the case at once, a closed one too. Needs the guests to be loaded.</summary>
    public Result<CaseGuest> RevokeGuest(Guid guestId, Actor by, DateTimeOffset at)
    {
        if (!IsHostedBy(by))
        {
            return new NotTheHost();
        }

        if (guests.Find(g => g.Id == guestId && g.RevokedAt is null) is not { } guest)
        {
            return new NotFound("Guest");
        }

        guest.Revoke(by, at);
        Record(CaseEventKind.GuestRevoked, by, at, EventDetails.Of(("guest", guest.Name)));
        return guest;
    }

    /// <summary>Leaves a lawyer's advice; the record says that there is some, not what it says. Needs the guests to be loaded.</summary>
    public Result AddAdvice(string text, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (!guests.Exists(g => g.PersonId == by.Id && g.RevokedAt is null))
        {
            return new NotFound("Case");
        }

        advice.Add(AdviceNote.Of(Id, text, by, at));
        Record(CaseEventKind.AdviceAdded, by, at, EventDetails.None);
        return Result.Ok;
    }
}
