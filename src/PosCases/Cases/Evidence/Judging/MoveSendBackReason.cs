using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Moves a reason one place up or down in the list; at its end it stays where it is.</summary>
public static class MoveSendBackReason
{
    /// <summary>Moves a reason one place up or down.</summary>
    /// <param name="Code">Which one.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Up">Up, or down.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(string Code, Guid Version, bool Up) : Change;

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

            var moved = found.Value;
            var offered = await db.SendBackReasons.Where(r => r.RetiredAt == null).OrderBy(r => r.Position).ThenBy(r => r.Code).ToListAsync(ct);
            var at = offered.IndexOf(moved);
            var to = command.Up ? at - 1 : at + 1;
            if (at < 0 || to < 0 || to >= offered.Count)
            {
                return Result.Ok;
            }

            var other = offered[to];
            var (mine, theirs) = (moved.Position, other.Position);
            moved.ChangedBy(actor, clock.GetUtcNow()).MoveTo(theirs);
            other.MoveTo(mine);
            return Result.Ok;
        }
    }
}
