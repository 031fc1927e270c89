using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>Accepts a proposed resolution and closes the case; never by the person who proposed it.</summary>
public static class ApproveResolution
{
    /// <summary>Accepts a proposed resolution and closes the case; never by the person who proposed it.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Note">What the reviewer wants to say.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string? Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Proposals)
                .Include(c => c.Steps)
                .Include(c => c.Measures)
                .Include(c => c.Ledger)
                .Include(c => c.Interims)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.Approve(command.Note, actor, clock.GetUtcNow(), options);
        }
    }
}
