using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Legality;

/// <summary>Answers one of the five questions about a measure.</summary>
public static class AnswerLegality
{
    /// <summary>Answers one of the five questions about a measure.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="Question">The question.</param>
    /// <param name="Answer">Yes, no or not known.</param>
    /// <param name="Note">On what it rests; needed for a no.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid MeasureId, LegalityQuestion Question, PointAnswer Answer, string? Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Question).IsInEnum();
            RuleFor(c => c.Answer).IsInEnum();
            RuleFor(c => c.Note).MaximumLength(500);
            RuleFor(c => c.Note).NotEmpty().When(c => c.Answer == PointAnswer.No);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Measures)
                .Include(c => c.LegalityAnswers)
                .ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.AnswerLegality(command.MeasureId, command.Question, command.Answer, command.Note, actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}
