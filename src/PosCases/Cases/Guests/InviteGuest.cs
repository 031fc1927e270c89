using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>Invites a lawyer or representative to one case.</summary>
public static class InviteGuest
{
    /// <summary>Invites a lawyer or representative to one case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="DisplayName">Name shown to others.</param>
    /// <param name="UserName">Mail address or mobile number that the guest will sign in with.</param>
    [Requires(Permission.InviteGuests)]
    public sealed record Command(CaseId Id, string DisplayName, string UserName) : Change<Answer>;

    /// <summary>What the host hands over.</summary>
    /// <param name="Invitation">The invitation; none for somebody who has a guest's account already and sees the case at once.</param>
    public sealed record Answer(InvitationId? Invitation);

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.DisplayName).IsDisplayName();
            RuleFor(c => c.UserName).IsSignInName();
            RuleFor(c => c.UserName).MaximumLength(SignInName.MaxLength).WithErrorCode("TooLong");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Guests).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (!loaded.Value.IsHostedBy(actor))
            {
                return new NotTheHost();
            }

            var (now, name) = (clock.GetUtcNow(), SignInName.Parse(command.UserName));
            var known = await db.People.Where(p => p.NormalizedUserName == name.Normal)
                .Select(p => new { p.Id, p.Role, p.IsActive }).SingleOrDefaultAsync(ct);
            if (known is not null && !(known.Role == Role.Guest && known.IsActive))
            {
                return new Invalid(nameof(command.UserName), "SignInName.Taken");
            }

            var invitation = known is null ? Invitation.ToCase(name, command.DisplayName, actor, now) : null;
            var invited = loaded.Value.InviteGuest(
                new GuestRecord(known?.Id ?? invitation!.ReservedPersonId!.Value, invitation?.Id, command.DisplayName.Trim(), name.Value), actor, now);
            if (!invited.Succeeded)
            {
                return invited.Error;
            }

            if (invitation is not null)
            {
                db.Set<Invitation>().Add(invitation);
            }

            return new Answer(invitation?.Id);
        }
    }
}
