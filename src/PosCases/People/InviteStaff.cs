using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Keeps a place at the desk for somebody.</summary>
public static class InviteStaff
{
    /// <param name="DisplayName">Name shown to others.</param>
    /// <param name="UserName">Mail address or mobile number that the person will sign in with.</param>
    /// <param name="Role">Agent, supervisor or admin.</param>
    [Requires(Permission.ManageStaff)]
    public sealed record Command(string DisplayName, string UserName, Role Role) : Change<InvitationId>;

    /// <summary>Checks the fields.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.DisplayName).IsDisplayName();
            RuleFor(c => c.UserName).IsSignInName();
            RuleFor(c => c.Role).Must(role => role is Role.Agent or Role.Supervisor or Role.Admin).WithErrorCode("Required");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<InvitationId>>
    {
        public async Task<Result<InvitationId>> Handle(Command command, CancellationToken ct)
        {
            var name = SignInName.Parse(command.UserName);
            if (await db.People.AnyAsync(p => p.NormalizedUserName == name.Normal, ct))
            {
                return new Invalid(nameof(command.UserName), "SignInName.Taken");
            }

            var invitation = Invitation.Send(name, command.DisplayName, command.Role, by: actor, clock.GetUtcNow());
            db.Invitations.Add(invitation);
            return invitation.Id;
        }
    }
}
