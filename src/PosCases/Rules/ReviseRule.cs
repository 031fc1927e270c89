using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Rules;

/// <summary>Replaces what the library says of a rule; the card before stays in the change log.</summary>
public static class ReviseRule
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 500;

    /// <param name="Code">Which rule.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Card">What the library is to say.</param>
    /// <param name="Reason">Why, e.g. "compared with the official site".</param>
    [Requires(Permission.ManageRules)]
    public sealed record Command(string Code, Guid Version, RuleCard Card, string Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Card).NotNull().SetValidator(new RuleCard.Validator(clock));
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Rules.SingleOrDefaultAsync(r => r.Code == command.Code, ct);
            if (found is null)
            {
                return new NotFound(nameof(Rule));
            }

            if (found.Version != command.Version)
            {
                return new Conflict();
            }

            found.Revise(command.Card, command.Reason, actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
