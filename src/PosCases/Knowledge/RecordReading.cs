using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Records that the actor read, or understood, the present version of an article.</summary>
public static class RecordReading
{
    /// <summary>Records it; no effect when it is recorded already.</summary>
    /// <param name="Id">The article.</param>
    /// <param name="Number">The version that was shown; another one than the present is a conflict.</param>
    /// <param name="Understood">Whether the reader says to have understood it.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(ArticleId Id, int Number, bool Understood) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.ArticlesFor(actor).SingleOrDefaultAsync(a => a.Id == command.Id, ct) is not { } found)
            {
                return new NotFound(nameof(Article));
            }

            if (found.Number != command.Number)
            {
                return new Conflict();
            }

            var now = clock.GetUtcNow();
            var receipt = await db.ReadReceipts.SingleOrDefaultAsync(r => r.ArticleId == found.Id && r.Number == found.Number && r.PersonId == actor.Id, ct);
            if (receipt is null)
            {
                receipt = new ReadReceipt { ArticleId = found.Id, Number = found.Number, PersonId = actor.Id, Merchant = actor.Merchant, Name = actor.Name, ReadAt = now };
                db.ReadReceipts.Add(receipt);
            }

            receipt.UnderstoodAt ??= command.Understood ? now : null;
            return Result.Ok;
        }
    }
}
