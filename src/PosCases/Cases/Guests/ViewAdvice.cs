using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>Reads lawyers' advice on a case.</summary>
public static class ViewAdvice
{
    /// <summary>Reads lawyers' advice on a case, newest first.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One note.</summary>
    public sealed record Row(string Author, string Text, DateTimeOffset At);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            return await db.Set<AdviceNote>().Where(n => n.CaseId == query.Id).OrderByDescending(n => n.Seq)
                .Select(n => new Row(n.AuthorName, n.Text, n.At)).ToListAsync(ct);
        }
    }
}
