using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Says how a promise or follow-up ended.</summary>
public static class SettleFollowUp
{
    /// <summary>Says how a promise or follow-up ended.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="EntryId">The log entry.</param>
    /// <param name="Outcome">How it ended.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid EntryId, FollowUpResult Outcome) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Outcome).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Communications)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var party = found.Communications.SingleOrDefault(c => c.Id == command.EntryId)?.PartyId ?? Guid.Empty;
            return found.SettleFollowUp(command.EntryId, command.Outcome, await db.NameOfPartyAsync(found, party, ct), actor, clock.GetUtcNow());
        }
    }
}
