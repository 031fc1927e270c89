using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Publishes the shipped articles that the database does not have yet. What is there stays as people wrote it; it may run at every start.</summary>
public static class ImportArticles
{
    /// <summary>Publishes what is missing.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change<int>;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var known = await db.Articles.Select(a => a.Slug).ToHashSetAsync(ct);
            var fresh = KnowledgeLibrary.Read().Where(a => !known.Contains(a.Slug)).Select(a => Article.Ship(a.Slug, a.Content, clock.GetUtcNow())).ToList();
            db.Articles.AddRange(fresh);
            return fresh.Count;
        }
    }
}
