using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Takes an article down.</summary>
public static class RetireArticle
{
    /// <summary>Takes it down; its versions and who read them stay.</summary>
    /// <param name="Id">The article.</param>
    /// <param name="Version">The version token that the user saw.</param>
    [Requires(Permission.ManageKnowledge)]
    public sealed record Command(ArticleId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Articles.SingleOrDefaultAsync(a => a.Id == command.Id, ct);
            return found is null ? new NotFound(nameof(Article))
                : found.Version != command.Version ? new Conflict()
                : found.Retire(clock.GetUtcNow());
        }
    }
}
