using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Makes ten new recovery codes; the earlier ones are void.</summary>
public static class NewRecoveryCodes
{
    /// <param name="Password">A wrong one counts as a wrong sign-in.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Secret Password) : Change<Answer>;

    /// <summary>The codes.</summary>
    /// <param name="RecoveryCodes">Shown once; empty values when a repeated command answers.</param>
    public sealed record Answer(IReadOnlyList<Secret> RecoveryCodes);

    /// <summary>Checks that the password was typed.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Password).IsGiven();
    }

    internal sealed class Handler(AppDb db, Actor actor, Passwords passwords, SecondFactor factor) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            return !person.TwoFactorEnabled ? new SecondFactorNotPending()
                : passwords.Check(person, command.Password) is { } refusal ? refusal
                : new Answer(await factor.FreshCodesAsync(person, ct));
        }
    }
}
