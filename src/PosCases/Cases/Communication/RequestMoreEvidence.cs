using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>The institution wants more: back to the papers, as a new round.</summary>
public static class RequestMoreEvidence
{
    /// <summary>The institution wants more: back to the papers, as a new round.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="PartyId">The institution's thread.</param>
    /// <param name="Reason">What it said.</param>
    /// <param name="Asks">What it wants; at least one.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid PartyId, string Reason, IReadOnlyList<EvidenceAsk> Asks) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Asks).NotEmpty();
            RuleForEach(c => c.Asks).ChildRules(EvidenceAskRules.Apply);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Requirements).ThenInclude(r => r.Items)
                .Include(c => c.Rounds)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.RequestMoreEvidence(
                command.Asks, await db.NameOfPartyAsync(found, command.PartyId, ct), command.Reason, actor, clock.GetUtcNow(), options);
        }
    }
}
