using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Filing;

/// <summary>Throws a draft away.</summary>
public static class DiscardDraft
{
    /// <summary>Throws a draft away; it was never handed in.</summary>
    /// <param name="DraftId">The draft.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(Guid DraftId) : Change;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.DraftId && d.PersonId == actor.Id, ct) is not { } draft)
            {
                return new NotFound("Draft");
            }

            db.Drafts.Remove(draft);
            return Result.Ok;
        }
    }
}
