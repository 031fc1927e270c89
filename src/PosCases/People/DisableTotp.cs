using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Ends the own second factor; staff may not where it is compulsory. Every session ends; the answer opens a new one here.</summary>
public static class DisableTotp
{
    /// <param name="Password">A wrong one counts as a wrong sign-in.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Secret Password) : Change<Session>;

    /// <summary>Checks that the password was typed.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Password).IsGiven();
    }

    internal sealed class Handler(AppDb db, Actor actor, Passwords passwords, SecondFactor factor, SecurityOptions security)
        : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            if (person.IsStaff && security.RequireStaffTwoFactor)
            {
                return new SecondFactorCompulsory();
            }

            if (passwords.Check(person, command.Password) is { } refusal)
            {
                return refusal;
            }

            await factor.DropAsync(person, ct);
            return Session.Of(person, security);
        }
    }
}
