using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Closes a case into another one of the same merchant, which shows from then on what the first one holds.</summary>
public static class MergeCases
{
    /// <summary>Closes a case into another open one of the same merchant; nothing is deleted, moved or copied.</summary>
    /// <param name="Id">The case that ends.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="SurvivorNumber">Number of the case that goes on.</param>
    /// <param name="Reason">Why they are one.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string SurvivorNumber, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.SurvivorNumber).NotEmpty().MaximumLength(20);
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(LinkMapping.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Links).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var survivor = await db.Cases.VisibleTo(actor).SingleOrDefaultAsync(c => c.Number == command.SurvivorNumber, ct);
            return survivor is null
                ? new Invalid(nameof(Command.SurvivorNumber), "NotFound.Case")
                : loaded.Value.MergeInto(survivor, command.Reason.Trim(), actor, clock.GetUtcNow(), options);
        }
    }
}
