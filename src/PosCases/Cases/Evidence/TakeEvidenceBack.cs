using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Takes a paper back that was not judged yet; its bytes and its row stay.</summary>
public static class TakeEvidenceBack
{
    /// <summary>Takes a paper back that was not judged yet; its bytes and its row stay.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, EvidenceItemId ItemId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Evidence)
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.TakeEvidenceBack(command.ItemId, actor, clock.GetUtcNow());
        }
    }
}
