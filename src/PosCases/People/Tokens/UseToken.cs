using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People.Tokens;

/// <summary>Finds out for whom a token speaks. What it may do is asked again with every message.</summary>
public static class UseToken
{
    /// <summary>How long a use is not written down again.</summary>
    public static readonly TimeSpan NotedFor = TimeSpan.FromMinutes(10);

    /// <summary>For whom a token speaks.</summary>
    /// <param name="Token">As the bearer sent it.</param>
    [Requires(Permission.SignIn)]
    public sealed record Query(Secret Token) : IQuery<Bearer>;

    /// <summary>Writes down that a token was used.</summary>
    /// <param name="Id">The token.</param>
    /// <param name="From">From which network address.</param>
    [Requires(Permission.RunJobs)]
    public sealed record NoteCommand(AccessTokenId Id, string? From) : Change;

    /// <summary>Who sends by a token.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="TokenName">What the person calls it.</param>
    /// <param name="Scopes">What it is good for.</param>
    /// <param name="ExpiresAt">Good until.</param>
    /// <param name="Session">The person as he is now.</param>
    /// <param name="IsNoted">Whether its use was written down a short while ago.</param>
    public sealed record Bearer(AccessTokenId Token, string TokenName, TokenScopes Scopes, DateTimeOffset ExpiresAt, Session Session, bool IsNoted);

    internal sealed class Handler(AppDb db, SecurityOptions security, TimeProvider clock) : IRequestHandler<Query, Result<Bearer>>, IRequestHandler<NoteCommand, Result>
    {
        public async Task<Result<Bearer>> Handle(Query query, CancellationToken ct)
        {
            if (TokenSecret.Parse(query.Token.Reveal()) is not { } secret)
            {
                return new TokenUnusable();
            }

            var now = clock.GetUtcNow();
            var token = await db.AccessTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Id == secret.Id, ct);
            if (!secret.Fits(token?.Hash) || token is null)
            {
                return new TokenUnusable();
            }

            var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == token.PersonId, ct);
            return person is not null && token.IsUsableBy(person, now)
                ? new Bearer(token.Id, token.Name, token.Scopes, token.ExpiresAt, Session.Of(person, security), token.LastUsedAt > now - NotedFor)
                : new TokenUnusable();
        }

        public async Task<Result> Handle(NoteCommand command, CancellationToken ct)
        {
            var found = await db.AccessTokens.SingleOrDefaultAsync(t => t.Id == command.Id, ct);
            found?.WasUsed(clock.GetUtcNow(), command.From);
            return found is null ? new NotFound(nameof(AccessToken)) : Result.Ok;
        }
    }
}

/// <summary>The token is unknown, has expired, was revoked, or ended with the person's sessions; which of it is not said.</summary>
public sealed record TokenUnusable : Error
{
    /// <inheritdoc/>
    public override string Code => "Token.Unusable";
}
