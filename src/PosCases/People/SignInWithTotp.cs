using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The second step of coming in: a code of the authenticator. Each code counts once.</summary>
public static class SignInWithTotp
{
    /// <param name="Person">Who passed the first step.</param>
    /// <param name="Stamp">From the answer to the first step.</param>
    /// <param name="Code">As typed.</param>
    [Requires(Permission.SignIn)]
    public sealed record Command(PersonId Person, Secret Stamp, Secret Code) : Change<Session>;

    /// <summary>Checks that a code was typed.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Code).IsGiven();
    }

    internal sealed class Handler(AppDb db, SecondFactor factor, SecurityOptions security, TimeProvider clock)
        : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.SingleOrDefaultAsync(p => p.Id == command.Person.Value && p.IsActive && p.TwoFactorEnabled, ct);
            if (person is null || person.SecurityStamp != command.Stamp.Reveal())
            {
                return new SignInExpired();
            }

            if (await factor.CheckTotpAsync(person, command.Code, ct) is { } refusal)
            {
                return refusal;
            }

            person.ComeIn(clock.GetUtcNow());
            return Session.Of(person, security);
        }
    }
}
