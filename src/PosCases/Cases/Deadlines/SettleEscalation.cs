using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>A supervisor takes note of an escalated case and says what is done; giving the case to somebody else settles it too.</summary>
public static class SettleEscalation
{
    /// <summary>A supervisor takes note of an escalated case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Note">What is done.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Marks).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded ? loaded.Value.SettleEscalation(command.Note.Trim(), actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
