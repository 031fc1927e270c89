using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People.Tokens;

/// <summary>Ends an access token; its next request is refused.</summary>
public static class RevokeToken
{
    /// <summary>Ends a token of one's own.</summary>
    /// <param name="Id">The token.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(AccessTokenId Id) : Change;

    /// <summary>Ends a token of somebody in one's care.</summary>
    /// <param name="Id">The token.</param>
    [Requires(Permission.ManagePeople)]
    public sealed record OthersCommand(AccessTokenId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<OthersCommand, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken ct) => RevokeAsync(command.Id, db.People.Self(actor), ct);

        public Task<Result> Handle(OthersCommand command, CancellationToken ct) => RevokeAsync(command.Id, db.People.HelpedBy(actor), ct);

        private async Task<Result> RevokeAsync(AccessTokenId id, IQueryable<Person> people, CancellationToken ct)
        {
            var found = await db.AccessTokens.SingleOrDefaultAsync(t => t.Id == id && people.Any(p => p.Id == t.PersonId), ct);
            found?.Revoke(clock.GetUtcNow());
            return found is null ? new NotFound(nameof(AccessToken)) : Result.Ok;
        }
    }
}
