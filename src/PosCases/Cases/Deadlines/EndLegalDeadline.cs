using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>Says how a deadline ended.</summary>
public static class EndLegalDeadline
{
    /// <summary>Says how a deadline ended.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="DeadlineId">The deadline.</param>
    /// <param name="End">How it ended.</param>
    /// <param name="Note">What was done, or why it no longer matters.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid DeadlineId, DeadlineEnd End, string Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.End).IsInEnum();
            RuleFor(c => c.Note).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Deadlines).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.EndDeadline(command.DeadlineId, command.End, command.Note.Trim(), actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}
