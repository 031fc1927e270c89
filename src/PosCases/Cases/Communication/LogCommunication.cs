using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Logs a call, letter, mail, visit or portal message with an institution, with what was promised and by when.</summary>
public static class LogCommunication
{
    /// <summary>Logs a call, letter, mail, visit or portal message with an institution, with what was promised and by when.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="PartyId">The institution's thread.</param>
    /// <param name="Medium">How.</param>
    /// <param name="Direction">Who spoke.</param>
    /// <param name="At">When.</param>
    /// <param name="Counterpart">With whom.</param>
    /// <param name="Reference">Ticket, letter or mail reference.</param>
    /// <param name="Summary">What was said.</param>
    /// <param name="Promise">What they promised.</param>
    /// <param name="FollowUpOn">By when; it becomes a due item.</param>
    /// <param name="SharedWithMerchant">Whether the merchant may read it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid PartyId, Medium Medium, Direction Direction, DateTimeOffset At, string? Counterpart, string? Reference, string Summary, string? Promise, DateOnly? FollowUpOn, bool SharedWithMerchant) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Medium).IsInEnum();
            RuleFor(c => c.Direction).IsInEnum();
            RuleFor(c => c.Summary).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Counterpart).MaximumLength(80);
            RuleFor(c => c.Reference).MaximumLength(80);
            RuleFor(c => c.Promise).MaximumLength(500);
            RuleFor(c => c.FollowUpOn).IsOrdinaryDate();
            RuleFor(c => c.FollowUpOn).NotNull().When(c => !string.IsNullOrEmpty(c.Promise));
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
            return found.Parties.All(p => p.Id != command.PartyId)
                ? new NotFound("Party")
                : found.LogCommunication(command, await db.NameOfPartyAsync(found, command.PartyId, ct), actor, clock.GetUtcNow());
        }
    }
}
