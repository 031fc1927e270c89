using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>Reads the internal notes of a case.</summary>
public static class ViewNotes
{
    /// <summary>Reads the internal notes of a case, newest first; for the desk alone.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One note.</summary>
    /// <param name="Author">Name of the author.</param>
    /// <param name="Text">The words.</param>
    /// <param name="At">Written at.</param>
    public sealed record Row(string Author, string Text, DateTimeOffset At);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            return await db.Notes.Where(n => n.CaseId == query.Id).OrderByDescending(n => n.Seq)
                .Select(n => new Row(n.AuthorName, n.Text, n.At)).ToListAsync(ct);
        }
    }
}
