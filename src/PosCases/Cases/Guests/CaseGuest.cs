using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>A lawyer or representative who may see this one case, until revoked or thirty days after it was closed.</summary>
public sealed class CaseGuest
{
    /// <summary>How long a guest still sees a closed case, in days.</summary>
    public const int DaysAfterClosing = 30;

    private CaseGuest()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The guest's account; until the invitation is redeemed it is only reserved.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The invitation; none for somebody who was a guest of another case already.</summary>
    public InvitationId? InvitationId { get; private init; }

    /// <summary>Name as invited.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What the guest signs in with.</summary>
    public string UserName { get; private init; } = "";

    /// <summary>Name of who invited.</summary>
    public string InvitedByName { get; private init; } = "";

    /// <summary>Invited at.</summary>
    public DateTimeOffset InvitedAt { get; private init; }

    /// <summary>Revoked at; from then on the case does not exist for the guest.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Name of who revoked.</summary>
    public string? RevokedByName { get; private set; }

    internal static CaseGuest Of(CaseId caseId, GuestRecord record, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        PersonId = record.PersonId,
        InvitationId = record.Invitation,
        Name = record.Name,
        UserName = record.UserName,
        InvitedByName = by.Name,
        InvitedAt = at,
    };

    internal void Revoke(Actor by, DateTimeOffset at) => (RevokedByName, RevokedAt) = (by.Name, at);
}

/// <summary>Who is invited.</summary>
/// <param name="PersonId">The account, existing or reserved.</param>
/// <param name="Invitation">The invitation; none for an existing guest account.</param>
/// <param name="Name">Name as invited.</param>
/// <param name="UserName">What the guest signs in with.</param>
public sealed record GuestRecord(Guid PersonId, InvitationId? Invitation, string Name, string UserName);

/// <summary>A lawyer's advice; read by the merchant, the desk and the guests of the case, by nobody else.</summary>
public sealed class AdviceNote : IChangeSignal
{
    private AdviceNote()
    {
    }

    /// <summary>Order of all advice; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Written by.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>Name at the time.</summary>
    public string AuthorName { get; private init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Written at.</summary>
    public DateTimeOffset At { get; private init; }

    Guid IChangeSignal.Topic => CaseId.Value;

    internal static AdviceNote Of(CaseId caseId, string text, Actor by, DateTimeOffset at) =>
        new() { CaseId = caseId, AuthorId = by.Id, AuthorName = by.Name, Text = text, At = at };
}

/// <summary>Somebody with this name to sign in with is a guest of the case already.</summary>
public sealed record GuestAlreadyInvited : Error
{
    /// <inheritdoc/>
    public override string Code => "Guest.AlreadyInvited";
}

/// <summary>Only the case's owner and the merchant's owner invite and revoke guests.</summary>
public sealed record NotTheHost : Error
{
    /// <inheritdoc/>
    public override string Code => "Guest.NotTheHost";
}
