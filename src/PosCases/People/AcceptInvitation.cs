using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Redeems an invitation: the guest chooses a password and is in.</summary>
public static class AcceptInvitation
{
    /// <param name="Id">From the protected link.</param>
    /// <param name="DisplayName">Name shown to others.</param>
    /// <param name="Password">At least ten characters.</param>
    /// <param name="Culture">The language in which the form was filled in.</param>
    [Requires(Permission.AcceptInvitation)]
    public sealed record Command(InvitationId Id, string DisplayName, Secret Password, string Culture) : Change<Session>;

    /// <summary>Checks the fields.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.DisplayName).IsDisplayName();
            RuleFor(c => c.Password).IsNewPassword();
            RuleFor(c => c.Culture).Must(culture => Languages.All.Contains(culture));
        }
    }

    internal sealed class Handler(AppDb db, Accounts accounts, SecurityOptions security, TimeProvider clock)
        : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == command.Id, ct);
            if (invitation is null || !invitation.IsOpen(now))
            {
                return new InvitationUnusable();
            }

            var guest = invitation.Accept(command.DisplayName, command.Culture, now);
            if (await accounts.OpenAsync(guest, command.Password) is { } refusal)
            {
                return refusal;
            }

            guest.ComeIn(now);
            return Session.Of(guest, security);
        }
    }
}
