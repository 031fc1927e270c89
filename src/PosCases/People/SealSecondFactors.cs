using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Seals second factors from before they were sealed, and seals anew after the key was changed.</summary>
public static class SealSecondFactors
{
    /// <summary>Seals what is not sealed under the present key; what cannot be opened stays as it is.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change;

    /// <summary>The job.</summary>
    internal static Job JobOf(TokenSeal seal) => new("seal-second-factors", TimeSpan.FromMinutes(10), async (db, _, ct) =>
    {
        var beginning = seal.Beginning;
        return await Due(db, beginning).AnyAsync(ct) ? [new Command()] : [];
    });

    private static IQueryable<IdentityUserToken<Guid>> Due(AppDb db, string beginning) =>
        db.Set<IdentityUserToken<Guid>>().Where(t => t.Value != null && t.Value != "" && !t.Value.StartsWith(beginning));

    internal sealed class Handler(AppDb db, TokenSeal seal) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            foreach (var token in await Due(db, seal.Beginning).ToListAsync(ct))
            {
                if (seal.Open(token.UserId, token.Name, token.Value) is { } value)
                {
                    token.Value = seal.Close(token.UserId, token.Name, value);
                }
            }

            return Result.Ok;
        }
    }
}
