using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The first step of coming in: name and password.</summary>
public static class SignIn
{
    /// <param name="UserName">As typed: a mail address or mobile number.</param>
    /// <param name="Password">As typed.</param>
    [Requires(Permission.SignIn)]
    public sealed record Command(string UserName, Secret Password) : Change<Answer>;

    /// <summary>What the password opened.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Session">None when a code is still needed.</param>
    /// <param name="Stamp">Proves in the second step that the first was passed.</param>
    public sealed record Answer(PersonId Person, Session? Session, Secret Stamp);

    /// <summary>Checks that both fields are filled in; everything else is one and the same refusal.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.UserName).NotEmpty().WithErrorCode("Required");
            RuleFor(c => c.Password).IsGiven();
        }
    }

    internal sealed class Handler(AppDb db, Passwords passwords, UnknownNames unknown, SecurityOptions security, TimeProvider clock)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken ct)
        {
            var name = SignInName.TryParse(command.UserName, out var read) ? read.Normal : command.UserName.Trim();
            var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedUserName == name, ct);
            if (person is null)
            {
                passwords.PretendToCheck(command.Password);
                return unknown.Count(name);
            }

            if (passwords.Check(person, command.Password) is { } refusal)
            {
                return refusal;
            }

            var id = new PersonId(person.Id);
            if (person.TwoFactorEnabled)
            {
                return new Answer(id, null, new Secret(person.SecurityStamp));
            }

            person.ComeIn(clock.GetUtcNow());
            return new Answer(id, Session.Of(person, security), new Secret(person.SecurityStamp));
        }
    }
}
