using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>Has the facts of every case made anew, e.g. after cases were brought in past the app.</summary>
public static class RebuildFacts
{
    /// <summary>Has the facts of every case made anew, in the background; the figures stay as they are until a case's turn comes.</summary>
    [Requires(Permission.Operate)]
    public sealed record Command : Change;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await db.Set<FactProgress>().ExecuteDeleteAsync(ct);
            return Result.Ok;
        }
    }
}
