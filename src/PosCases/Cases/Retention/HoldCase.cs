using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Retention;

/// <summary>Puts a case on legal hold or ends it. While it lasts nothing of the case can be erased; the database refuses it too.</summary>
public static class HoldCase
{
    /// <summary>Puts a case on legal hold or ends it.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Hold">On hold, or off.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, bool Hold, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Evidence).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (found, now, reason) = (loaded.Value, clock.GetUtcNow(), command.Reason.Trim());
            var changed = command.Hold ? found.PlaceHold(reason, actor, now) : found.LiftHold(reason, actor, now);
            if (!changed.Succeeded)
            {
                return changed;
            }

            await foreach (var file in db.Set<VaultFile>().Where(f => f.Owner == command.Id.Value && f.ErasedAt == null).AsAsyncEnumerable().WithCancellation(ct))
            {
                file.Hold(command.Hold);
            }

            foreach (var item in found.Evidence)
            {
                db.Add(CustodyEntry.Of(item.Id, command.Hold ? CustodyKind.Held : CustodyKind.Released, actor, now, reason));
            }

            return Result.Ok;
        }
    }
}
