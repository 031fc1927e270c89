using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Publishes the draft of an article; somebody else wrote it.</summary>
public static class PublishArticle
{
    /// <summary>Publishes it. Who had read an earlier version of one that must be read is asked again.</summary>
    /// <param name="Id">The article.</param>
    /// <param name="Version">The version token that the user saw.</param>
    [Requires(Permission.ManageKnowledge)]
    public sealed record Command(ArticleId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Articles.Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == command.Id, ct);
            return found is null ? new NotFound(nameof(Article))
                : found.Version != command.Version ? new Conflict()
                : found.Publish(actor, clock.GetUtcNow());
        }
    }
}
