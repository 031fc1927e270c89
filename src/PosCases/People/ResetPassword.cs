using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Chooses a new password by a link that an admin or owner handed over. The second factor stays as it is.</summary>
public static class ResetPassword
{
    /// <param name="Person">From the protected link.</param>
    /// <param name="Stamp">From the protected link; a password chosen or a newer link makes it void.</param>
    /// <param name="Password">At least ten characters.</param>
    [Requires(Permission.AcceptInvitation)]
    public sealed record Command(PersonId Person, Secret Stamp, Secret Password) : Change;

    /// <summary>Checks the password.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Password).IsNewPassword();
    }

    internal sealed class Handler(AppDb db, Passwords passwords) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.SingleOrDefaultAsync(p => p.Id == command.Person.Value && p.IsActive, ct);
            return person is null || person.SecurityStamp != command.Stamp.Reveal() ? new ResetLinkUnusable()
                : await passwords.SetAsync(person, command.Password, nameof(command.Password)) is { } refusal ? refusal
                : Result.Ok;
        }
    }
}
