using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist.Views;

/// <summary>Lists one's own views and those that others share.</summary>
public static class ListViews
{
    /// <summary>Most views listed.</summary>
    public const int Most = 100;

    /// <summary>Lists one's own views, then those that others share.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>A view.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Address">Path and query of the worklist.</param>
    /// <param name="IsShared">Whether everybody at the desk has it.</param>
    /// <param name="IsMine">Whether it is the reader's own.</param>
    /// <param name="OwnerName">Whose it is.</param>
    /// <param name="MayDrop">Whether the reader may drop it.</param>
    public sealed record Row(Guid Id, string Name, string Address, bool IsShared, bool IsMine, string OwnerName, bool MayDrop);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var (me, mayShared) = (actor.Id, actor.May(Permission.ReviewCases));
            return await db.Set<SavedView>().Where(v => v.OwnerId == me || v.IsShared)
                .OrderBy(v => v.OwnerId == me ? 0 : 1).ThenBy(v => v.Name).ThenBy(v => v.Id)
                .Take(Most)
                .Select(v => new Row(
                    v.Id, v.Name, v.Address, v.IsShared, v.OwnerId == me,
                    db.Set<People.Person>().Where(p => p.Id == v.OwnerId).Select(p => p.DisplayName).FirstOrDefault() ?? "", v.OwnerId == me || mayShared))
                .ToListAsync(ct);
        }
    }
}
