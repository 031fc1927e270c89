using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Records what an institution answered to its last submission.</summary>
public static class RecordAnswer
{
    /// <summary>Records what an institution answered to its last submission.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="PartyId">The institution's thread.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Text">The answer in the institution's words.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid PartyId, InstitutionAnswer Answer, string? Text) : Change, IChangesPlan, INamesNextRoute
    {
        /// <summary>Why it refused, or what it named as missing; a refusal without it counts as one without a reason.</summary>
        public Refusal? Refusal { get; init; }

        string? INamesNextRoute.NextRoute => Answer == InstitutionAnswer.Refused ? Refusal?.NextRoute : null;
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Answer).IsInEnum();
            RuleFor(c => c.Text).MaximumLength(2000);
            RuleFor(c => c.Refusal!).SetValidator(new Refusal.Validator()).When(c => c.Refusal is not null && c.Answer == InstitutionAnswer.Refused);
            RuleFor(c => c.Text).NotEmpty().When(c => c.Answer is InstitutionAnswer.Refused or InstitutionAnswer.MoreRequested);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Communications)
                .Include(c => c.Rounds)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.RecordAnswer(command.PartyId, command.Answer, command.Text, await db.NameOfPartyAsync(found, command.PartyId, ct), actor, clock.GetUtcNow(), command.Refusal);
        }
    }
}
