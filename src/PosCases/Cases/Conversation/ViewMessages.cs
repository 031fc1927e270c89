using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>Reads the messages of a case.</summary>
public static class ViewMessages
{
    /// <summary>Reads the messages of a case, oldest first.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.Converse)]
    public sealed record Query(CaseId Id) : IQuery<Thread>;

    /// <summary>The messages and how far the actor has read.</summary>
    /// <param name="Messages">Oldest first.</param>
    /// <param name="Unread">How many of the other side's messages the actor has not read.</param>
    public sealed record Thread(IReadOnlyList<Row> Messages, int Unread);

    /// <summary>One message.</summary>
    /// <param name="Seq">Order.</param>
    /// <param name="Author">Name of the author.</param>
    /// <param name="FromMerchant">Whether the merchant's side wrote it.</param>
    /// <param name="Mine">Whether the actor wrote it.</param>
    /// <param name="Text">The words.</param>
    /// <param name="At">Written at.</param>
    public sealed record Row(long Seq, string Author, bool FromMerchant, bool Mine, string Text, DateTimeOffset At);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Thread>>
    {
        public async Task<Result<Thread>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var read = await db.Set<MessageMark>()
                .Where(m => m.CaseId == query.Id && m.PersonId == actor.Id).Select(m => m.ReadSeq).SingleOrDefaultAsync(ct);
            var rows = await db.Messages.Where(m => m.CaseId == query.Id).OrderBy(m => m.Seq)
                .Select(m => new Row(m.Seq, m.AuthorName, m.FromMerchant, m.AuthorId == actor.Id, m.Text, m.At))
                .ToListAsync(ct);
            return new Thread(rows, rows.Count(r => r.FromMerchant != actor.IsOnMerchantsSide && r.Seq > read));
        }
    }
}
