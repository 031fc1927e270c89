using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Verification;

/// <summary>Classifies a cause, with how sure it is and who says so.</summary>
public static class AddCause
{
    /// <summary>Classifies a cause, with how sure it is and who says so.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Code">Code of the cause taxonomy.</param>
    /// <param name="Confidence">How sure.</param>
    /// <param name="Source">Who says so.</param>
    /// <param name="Note">The wording or the reason.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string Code, Confidence Confidence, CauseSource Source, string? Note) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Code).Must(CauseCode.Exists).WithErrorCode("UnknownCode");
            RuleFor(c => c.Confidence).IsInEnum();
            RuleFor(c => c.Source).IsInEnum();
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Causes)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.AddCause(command.Code, command.Confidence, command.Source, command.Note, actor, clock.GetUtcNow());
        }
    }
}
