using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Lists the reasons to send a paper back.</summary>
public static class ListSendBackReasons
{
    /// <summary>Lists the reasons in their order, those no longer offered last.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>The list.</summary>
    /// <param name="Rows">In the order in which they are offered.</param>
    /// <param name="MayManage">Whether the actor may change the list.</param>
    public sealed record Answer(IReadOnlyList<SendBackReason> Rows, bool MayManage);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct) => new Answer(
            await db.SendBackReasons.AsNoTracking().OrderBy(r => r.RetiredAt != null).ThenBy(r => r.Position).ThenBy(r => r.Code).ToListAsync(ct),
            actor.May(Permission.ReviewCases));
    }
}
