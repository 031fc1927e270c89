using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>Proposes an outcome for review, with its proof.</summary>
public static class ProposeResolution
{
    /// <summary>Proposes an outcome for review, with its proof.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Proposal">The outcome, why, and what the merchant should do next.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, ProposalRecord Proposal) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Proposal.Outcome).Must(o => o is Outcome.FullyUnfrozen or Outcome.PartlyUnfrozen or Outcome.Refused or Outcome.ServiceEnded or Outcome.ExpiredByLaw or Outcome.Deducted).WithErrorCode("OutcomeUnfit");
            RuleFor(c => c.Proposal.Statement).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Proposal.Proof).MaximumLength(500);
            RuleFor(c => c.Proposal.Conditions).MaximumLength(1000);
            RuleFor(c => c.Proposal.Advice).NotEmpty().MaximumLength(2000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Ledger)
                .Include(c => c.Proposals)
                .Include(c => c.Measures)
                .Include(c => c.Interims)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.ProposeResolution(command.Proposal, actor, clock.GetUtcNow(), options);
        }
    }
}
