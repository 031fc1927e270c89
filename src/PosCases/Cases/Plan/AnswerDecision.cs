using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Plan;

/// <summary>Answers the question of a step and opens the steps of that answer.</summary>
public static class AnswerDecision
{
    /// <summary>Answers the question of a step and opens the steps of that answer.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="StepId">The step that puts the question.</param>
    /// <param name="Option">Code of the answer.</param>
    /// <param name="Note">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid StepId, string Option, string? Note) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Option).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Note).MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Steps)
                .ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.AnswerDecision(command.StepId, command.Option, command.Note, actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}
