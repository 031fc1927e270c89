using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Changes what a reason says. Papers sent back before keep the words of that time.</summary>
public static class ReviseSendBackReason
{
    /// <summary>Changes what a reason says.</summary>
    /// <param name="Code">Which one.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Text">What it is to say, and for which papers.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(string Code, Guid Version, SendBackText Text) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().MaximumLength(SendBackReason.CodeLength);
            RuleFor(c => c.Text).NotNull().SetValidator(new ChangeSendBackReasons.Validator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindReasonAsync(command.Code, command.Version, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            found.Value.ChangedBy(actor, clock.GetUtcNow()).Revise(command.Text);
            return Result.Ok;
        }
    }
}
