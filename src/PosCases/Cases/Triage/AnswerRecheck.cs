using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Triage;

/// <summary>Answers whether it works again after maintenance.</summary>
public static class AnswerRecheck
{
    /// <summary>Answers whether it works again after maintenance; the merchant in one tap, or the owner for him.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Works">Whether it works again.</param>
    [Requires(Permission.Converse)]
    public sealed record Command(CaseId Id, bool Works) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Rechecks).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.AnswerRecheck(command.Works, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
