using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Takes the last judgement of a paper back, while the case has not moved on.</summary>
public static class UndoJudgement
{
    /// <summary>Takes the last judgement of a paper back, while the case has not moved on.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, EvidenceItemId ItemId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Evidence).Include(c => c.Judgements).Include(c => c.Rounds)
                .Include(c => c.Requirements).ThenInclude(r => r.Items)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var undone = loaded.Value.UndoJudgement(command.ItemId, actor, clock.GetUtcNow());
            if (!undone.Succeeded)
            {
                return undone.Error;
            }

            if (undone.Value is { } dropped)
            {
                db.Remove(dropped);
            }

            return Result.Ok;
        }
    }
}
