using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Closes a case that is handled in another one of the same merchant and links it there.</summary>
public static class MarkDuplicate
{
    /// <summary>Closes a case that is handled in another one of the same merchant and links it there.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="SurvivorNumber">Number of the case that goes on.</param>
    /// <param name="Reason">Why they are the same.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string SurvivorNumber, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.SurvivorNumber).NotEmpty().MaximumLength(20);
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var survivor = await db.Cases.VisibleTo(actor).SingleOrDefaultAsync(c => c.Number == command.SurvivorNumber, ct);
            return survivor is null
                ? new Invalid(nameof(Command.SurvivorNumber), "NotFound.Case")
                : found.MarkDuplicate(survivor, command.Reason, actor, clock.GetUtcNow(), options);
        }
    }
}
