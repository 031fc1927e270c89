using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Restriction;

/// <summary>Lifts the restriction of a case: the whole desk and all of the merchant's users see it again.</summary>
public static class LiftRestriction
{
    /// <summary>Lifts the restriction of a case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Readers).Include(c => c.Restrictions).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded ? loaded.Value.LiftRestriction(command.Reason.Trim(), actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
