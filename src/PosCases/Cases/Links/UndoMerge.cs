using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>A supervisor undoes a merge while nobody did anything to either case.</summary>
public static class UndoMerge
{
    /// <summary>A supervisor undoes a merge while nobody did anything to either case; the merged one goes on where it stood.</summary>
    /// <param name="Id">The case that was merged.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(LinkMapping.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Links).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            if (found.Links.FirstOrDefault(l => l is { Kind: LinkKind.Merged, EndedAt: null }) is not { } link
                || await db.Cases.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == link.ToId, ct) is not { } survivor)
            {
                return new NotMerged();
            }

            return found.UndoMerge(survivor, await IsUntouchedAsync(link, ct), command.Reason.Trim(), actor, clock.GetUtcNow(), options);
        }

        // What the clocks do by themselves does not count.
        private async Task<bool> IsUntouchedAsync(CaseLink link, CancellationToken ct)
        {
            var events = db.CaseEvents.Where(e => e.CaseId == link.FromId || e.CaseId == link.ToId);
            var merged = await events.Where(e => e.At == link.At && (e.Kind == CaseEventKind.MarkedDuplicate || e.Kind == CaseEventKind.MergedIn)).MaxAsync(e => e.Seq, ct);
            return !await events.AnyAsync(e => e.Seq > merged && e.ActorRole != Role.System, ct)
                && !await db.Messages.AnyAsync(m => (m.CaseId == link.FromId || m.CaseId == link.ToId) && m.At > link.At, ct);
        }
    }
}
