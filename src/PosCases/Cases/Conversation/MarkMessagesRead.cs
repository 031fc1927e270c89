using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>Remembers that the actor has read the messages of a case.</summary>
public static class MarkMessagesRead
{
    /// <summary>Remembers that the actor has read the messages of a case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ReadSeq">The last message seen.</param>
    [Requires(Permission.Converse)]
    public sealed record Command(CaseId Id, long ReadSeq) : Change;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == command.Id, ct))
            {
                return new NotFound("Case");
            }

            var marks = db.Set<MessageMark>();
            var mark = await marks.SingleOrDefaultAsync(m => m.CaseId == command.Id && m.PersonId == actor.Id, ct);
            if (mark is null)
            {
                mark = new MessageMark { CaseId = command.Id, PersonId = actor.Id };
                marks.Add(mark);
            }

            mark.ReadSeq = Math.Max(mark.ReadSeq, command.ReadSeq);
            return Result.Ok;
        }
    }
}
