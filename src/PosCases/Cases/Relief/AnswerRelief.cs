using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>Records how an institution answered an ask for a release; what it grants is entered in the ledger with it.</summary>
public static class AnswerRelief
{
    /// <summary>Records how an institution answered an ask for a release.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="ReliefId">The talk.</param>
    /// <param name="Move">Another offer, accepted, refused or lapsed.</param>
    /// <param name="Terms">What was offered or granted; otherwise what was asked last.</param>
    /// <param name="Said">Who said it, when; what is granted needs a reference.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid ReliefId, ReliefMove Move, ReliefTerms Terms, ReliefSaying Said) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Move).IsInEnum().NotEqual(ReliefMove.Asked).WithErrorCode("Unanswered");
            RuleFor(c => c.Terms).SetValidator(new ReliefTermsValidator());
            RuleFor(c => c.Said).SetValidator(new ReliefSayingValidator());
            RuleFor(c => c.Said.Reference).NotEmpty().WithErrorCode("ReferenceNeeded").When(c => c.Move == ReliefMove.Accepted);
            RuleFor(c => c.Terms.From).NotNull().WithErrorCode("Unanswered").When(c => c.Move == ReliefMove.Accepted);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Measures)
                .Include(c => c.Ledger)
                .Include(c => c.Reliefs)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var institution = found.Reliefs.SingleOrDefault(r => r.Id == command.ReliefId) is { } talk ? await db.NameOfPartyAsync(found, talk.PartyId, ct) : "";
            return found.AnswerRelief(
                command.ReliefId, command.Move, command.Terms, command.Said, institution, actor, clock.GetUtcNow());
        }
    }
}
