using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Plan;

/// <summary>Ends a step of the plan: done, or left out with the reason.</summary>
public static class EndStep
{
    /// <summary>Ends a step of the plan: done, or left out with the reason.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="StepId">The step.</param>
    /// <param name="Done">Done, or left out.</param>
    /// <param name="Note">What was done, or why it was left out.</param>
    [Requires(Permission.Converse)]
    public sealed record Command(CaseId Id, Guid StepId, bool Done, string? Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Note).MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Steps)
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.EndStep(command.StepId, command.Done, command.Note, actor, clock.GetUtcNow());
        }
    }
}
