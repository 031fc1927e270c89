using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Lists the actor's reminders of papers.</summary>
public static class ListPaperNotices
{
    private const int Most = 20;

    /// <summary>Lists the actor's reminders of papers still in use, newest first, at most twenty.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One reminder.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Code">Kind of the paper.</param>
    /// <param name="ValidTo">Last day on which it is valid.</param>
    /// <param name="At">When.</param>
    /// <param name="IsRead">Whether it was read.</param>
    public sealed record Row(Guid Id, string Code, DateOnly ValidTo, DateTimeOffset At, bool IsRead);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct) => await db.PaperNotices
            .Where(n => n.PersonId == actor.Id)
            .Join(db.MerchantPapers.VisibleTo(actor).Where(p => p.EndedAt == null && p.ValidTo != null), n => n.PaperId, p => p.Id, (n, p) => new { n, p })
            .OrderByDescending(x => x.n.At)
            .Take(Most)
            .Select(x => new Row(x.n.Id, x.p.Code, x.p.ValidTo!.Value, x.n.At, x.n.ReadAt != null))
            .ToListAsync(ct);
    }
}
