using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision.Consistency;

/// <summary>A supervisor says why a case ended otherwise than cases like it, or takes that back.</summary>
public static class ExplainOdd
{
    /// <summary>Says why.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Word">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId CaseId, string Word) : Change;

    /// <summary>Takes it back; what was said stays on record.</summary>
    /// <param name="ExplanationId">Which.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record TakeBackCommand(Guid ExplanationId, Guid Version) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Word).NotEmpty().MaximumLength(OddExplanationMapping.WordLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<TakeBackCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Cases.VisibleTo(actor).Where(c => c.Id == command.CaseId).Select(c => new { c.Outcome, c.ClosedAt }).SingleOrDefaultAsync(ct) is not { } found)
            {
                return new NotFound("Case");
            }

            if (found is not { Outcome: { } outcome, ClosedAt: { } closed } || !DecisionSplit.Decisions.Contains(outcome))
            {
                return new NotDecided();
            }

            if (await db.Set<OddExplanation>().Where(e => e.CaseId == command.CaseId && e.Outcome == outcome && e.TakenBackAt == null).Select(e => e.ByName).FirstOrDefaultAsync(ct) is { } by)
            {
                return new ExplainedAlready(by);
            }

            db.Add(OddExplanation.Of(command.CaseId, outcome, ShanghaiTime.DateOf(closed), command.Word.Trim(), actor, clock.GetUtcNow()));
            return Result.Ok;
        }

        public async Task<Result> Handle(TakeBackCommand command, CancellationToken ct)
        {
            var visible = db.Cases.VisibleTo(actor);
            if (await db.Set<OddExplanation>().SingleOrDefaultAsync(e => e.Id == command.ExplanationId && visible.Any(c => c.Id == e.CaseId), ct) is not { } explanation)
            {
                return new NotFound("OddExplanation");
            }

            if (explanation.Version != command.Version || explanation.TakenBackAt is not null)
            {
                return new Conflict();
            }

            explanation.TakeBack(actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
