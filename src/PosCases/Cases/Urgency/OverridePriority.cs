using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Urgency;

/// <summary>A supervisor decides how urgent a case is, against the score, until it is cleared.</summary>
public static class OverridePriority
{
    /// <summary>A supervisor decides how urgent a case is, or lets the score count again.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Level">How urgent; none lets the score count again.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, Priority? Level, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Level).IsInEnum();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Impacts)
                .Include(c => c.Measures)
                .Include(c => c.Ledger)
                .Include(c => c.Reliefs)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (command.Level is { } level)
            {
                return loaded.Value.OverridePriority(level, command.Reason, actor, now);
            }

            var inputs = PriorityInputs.Of(loaded.Value, now);
            var score = inputs.ScoreAt(await PriorityInputs.AlikeAsync(db, inputs, now, ct), now);
            return loaded.Value.ClearPriority(score, command.Reason, actor, now);
        }
    }
}
