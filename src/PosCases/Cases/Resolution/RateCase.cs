using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>The merchant rates how a closed case was handled.</summary>
public static class RateCase
{
    /// <summary>The merchant rates how a closed case was handled.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Stars">1 (poor) to 5 (excellent).</param>
    /// <param name="Comment">In words.</param>
    [Requires(Permission.RateCases)]
    public sealed record Command(CaseId Id, int Stars, string? Comment) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Stars).InclusiveBetween(1, 5);
            RuleFor(c => c.Comment).MaximumLength(1000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.Rate(command.Stars, command.Comment, actor, clock.GetUtcNow());
        }
    }
}
