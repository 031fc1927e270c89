using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>Takes note of a clock that ran out and says what is done about it; otherwise it goes to the supervisors.</summary>
public static class AcknowledgeBreach
{
    /// <summary>Takes note of a clock that ran out.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Key">Key of the clock.</param>
    /// <param name="DueAt">The end that it ran past.</param>
    /// <param name="Note">What is done about it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string Key, DateTimeOffset DueAt, string Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Key).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Note).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Marks).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.AcknowledgeBreach(command.Key, command.DueAt, command.Note.Trim(), actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}
