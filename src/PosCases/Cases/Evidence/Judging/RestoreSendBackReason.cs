using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Puts a reason back on the list, at its end.</summary>
public static class RestoreSendBackReason
{
    /// <summary>Puts a reason back on the list, at its end.</summary>
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

            found.Value.ChangedBy(actor, clock.GetUtcNow()).Restore(await db.NextReasonPositionAsync(ct));
            return Result.Ok;
        }
    }
}
