using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Legality;

/// <summary>Answers a point of the list of risks.</summary>
public static class AnswerRisk
{
    /// <summary>Answers a point of the list of risks.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Code">R01 to R16.</param>
    /// <param name="Answer">Yes (in order), no or not known.</param>
    /// <param name="Note">On what it rests.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string Code, PointAnswer Answer, string? Note) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        private const int CodeLength = 3;

        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Code).MaximumLength(CodeLength).Must(RiskChecklist.Has).WithErrorCode("UnknownCode");
            RuleFor(c => c.Answer).IsInEnum();
            RuleFor(c => c.Note).MaximumLength(500);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.RiskAnswers).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.AnswerRisk(command.Code, command.Answer, command.Note, actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}
