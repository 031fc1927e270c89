using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Takes a reason off the list; papers sent back with it keep it.</summary>
public static class RetireSendBackReason
{
    /// <summary>Takes a reason off the list.</summary>
    /// <param name="Code">Which one.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(string Code, Guid Version) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(SendBackReason.CodeLength);
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

            found.Value.ChangedBy(actor, clock.GetUtcNow()).Retire(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
