using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>Opens a closed case again, with the reason; its history stays.</summary>
public static class ReopenCase
{
    /// <summary>Opens a closed case again, with the reason; its history stays.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
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

            var found = loaded.Value;
            return found.Reopen(command.Reason, actor, clock.GetUtcNow(), options);
        }
    }
}
