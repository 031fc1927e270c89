using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Takes a paper off the profile; cases in which it was used keep their own copy.</summary>
public static class EndMerchantPaper
{
    /// <summary>Takes a paper off the profile.</summary>
    /// <param name="Id">Which one.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantPaperId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.MerchantPapers.Include(p => p.Stored).VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == command.Id && p.EndedAt == null, ct);
            if (found is null)
            {
                return new NotFound("Paper");
            }

            found.End(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
