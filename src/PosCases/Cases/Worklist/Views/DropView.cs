using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist.Views;

/// <summary>Drops a view: one's own, or, for a supervisor, a shared one.</summary>
public static class DropView
{
    /// <summary>Drops a view: one's own, or, for a supervisor, a shared one.</summary>
    /// <param name="Id">The view.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(Guid Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var mayShared = actor.May(Permission.ReviewCases);
            if (await db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == command.Id && (v.OwnerId == actor.Id || (v.IsShared && mayShared)), ct) is not { } view)
            {
                return new NotFound("SavedView");
            }

            db.Remove(view);
            return Result.Ok;
        }
    }
}
