using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Confirms the second factor with its first code. Every session ends; the answer opens a new one here.</summary>
public static class ConfirmTotp
{
    /// <param name="Code">Six digits from the app.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Secret Code) : Change<Answer>;

    /// <summary>What was gained.</summary>
    /// <param name="Session">The new session.</param>
    /// <param name="RecoveryCodes">Shown once; empty values when a repeated command answers.</param>
    public sealed record Answer(Session Session, IReadOnlyList<Secret> RecoveryCodes);

    /// <summary>Checks that a code was typed.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator() => RuleFor(c => c.Code).IsGiven();
    }

    internal sealed class Handler(AppDb db, Actor actor, SecondFactor factor, SecurityOptions security, TimeProvider clock)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            if (await factor.PendingKeyAsync(person, ct) is not { } key)
            {
                return new SecondFactorNotPending();
            }

            if (!person.UseTotp(key, command.Code.Reveal(), clock.GetUtcNow()))
            {
                return new Invalid(nameof(command.Code), "Code.Wrong");
            }

            person.RequireTotp();
            var codes = await factor.FreshCodesAsync(person, ct);
            return new Answer(Session.Of(person, security), codes);
        }
    }
}
