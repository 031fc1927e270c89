using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Changes the own password. Every session ends; the answer opens a new one here.</summary>
public static class ChangePassword
{
    /// <param name="Current">The password until now; a wrong one counts as a wrong sign-in.</param>
    /// <param name="Password">At least ten characters.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Secret Current, Secret Password) : Change<Session>;

    /// <summary>Checks the new password.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Current).IsGiven();
            RuleFor(c => c.Password).IsNewPassword();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, Passwords passwords, SecurityOptions security) : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            var refusal = passwords.Check(person, command.Current)
                ?? await passwords.SetAsync(person, command.Password, nameof(command.Password));
            return refusal is null ? Session.Of(person, security) : refusal;
        }
    }
}
