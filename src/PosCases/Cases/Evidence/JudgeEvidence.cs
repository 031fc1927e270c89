using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Accepts a paper, or sends it back with a reason that the merchant sees.</summary>
public static class JudgeEvidence
{
    /// <summary>Accepts a paper, or sends it back with a reason that the merchant sees.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="ItemId">The paper.</param>
    /// <param name="Accepted">Accepted, or sent back.</param>
    /// <param name="Reason">Why it is sent back.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, EvidenceItemId ItemId, bool Accepted, string? Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().When(c => !c.Accepted);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Evidence)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.JudgeEvidence(command.ItemId, command.Accepted, command.Reason, actor, clock.GetUtcNow());
        }
    }
}
