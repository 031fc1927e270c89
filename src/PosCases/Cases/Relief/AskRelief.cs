using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>Asks an institution for a temporary or partial release, or answers its other offer with a new ask.</summary>
public static class AskRelief
{
    /// <summary>Asks an institution for a temporary or partial release.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="PartyId">The institution on the case.</param>
    /// <param name="ReliefId">The talk to go on with; none begins one.</param>
    /// <param name="Terms">What is asked.</param>
    /// <param name="Said">Whom, when, under which reference.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid PartyId, Guid? ReliefId, ReliefTerms Terms, ReliefSaying Said) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.PartyId).NotEmpty();
            RuleFor(c => c.Terms).SetValidator(new ReliefTermsValidator());
            RuleFor(c => c.Said).SetValidator(new ReliefSayingValidator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Measures)
                .Include(c => c.Reliefs)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            if (found.Parties.SingleOrDefault(p => p.Id == command.PartyId) is not { } party)
            {
                return new Invalid(nameof(Command.PartyId), "NotFound.Institution");
            }

            var asked = await db.Set<Institution>().Where(i => i.Id == party.InstitutionId).Select(i => new { i.Name, i.Kind }).SingleAsync(ct);
            return found.AskRelief(command.ReliefId, party.Id, command.Terms, command.Said, (asked.Name, asked.Kind), actor, clock.GetUtcNow());
        }
    }
}
