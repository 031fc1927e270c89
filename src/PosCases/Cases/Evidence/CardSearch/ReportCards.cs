using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>Records what the search for card numbers in the text of a paper found, and tells both sides when it found some.</summary>
public static class ReportCards
{
    /// <summary>Records what was found; never the numbers.</summary>
    /// <param name="ItemId">The paper.</param>
    /// <param name="State">What is known now.</param>
    /// <param name="Cards">How many different full card numbers.</param>
    /// <param name="Secrets">Whether it holds a security code, a PIN or stripe data.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(EvidenceItemId ItemId, CardCheck State, int Cards, bool Secrets) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.State).IsInEnum();
            RuleFor(c => c.Cards).InclusiveBetween(0, CardTally.MostCards);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<EvidenceItem>().SingleOrDefaultAsync(i => i.Id == command.ItemId, ct) is not { } item)
            {
                return new NotFound("Evidence");
            }

            var now = clock.GetUtcNow();
            var finding = new CardFinding(command.State, command.Cards, command.Secrets);
            if (!item.TakeCardCheck(finding))
            {
                return Result.Ok;
            }

            if (finding.State is CardCheck.Clear or CardCheck.Found)
            {
                var (kind, why) = finding.State == CardCheck.Found ? (CustodyKind.CardsFound, $"{finding.Cards}") : (CustodyKind.TextSearched, null);
                db.Add(CustodyEntry.Of(item.Id, kind, actor, now, why));
            }

            // A closed case is told nothing any more; the mark stands on the paper, and a pack asks before it takes it.
            if (finding.State == CardCheck.Found && await db.Cases.SingleAsync(c => c.Id == item.CaseId, ct) is { Status: not CaseStatus.Closed } found)
            {
                found.ReportCards(item, finding, actor, now);
            }

            return Result.Ok;
        }
    }
}
