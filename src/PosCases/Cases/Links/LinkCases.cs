using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Links a case to another one.</summary>
public static class LinkCases
{
    /// <summary>Links a case to another one; each keeps its own course.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="OtherNumber">Number of the other one.</param>
    /// <param name="Kind">What the first is to the other.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string OtherNumber, LinkKind Kind, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.OtherNumber).NotEmpty().MaximumLength(20);
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(LinkMapping.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Links).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var other = await db.Cases.VisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Number == command.OtherNumber, ct);
            return other is null
                ? new Invalid(nameof(Command.OtherNumber), "NotFound.Case")
                : loaded.Value.LinkTo(other, command.Kind, command.Reason.Trim(), actor, clock.GetUtcNow());
        }
    }
}
