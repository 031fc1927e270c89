using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People.Tokens;

/// <summary>Makes an access token for oneself. Its secret is in the answer and nowhere else.</summary>
public static class MakeToken
{
    /// <param name="Name">What it is called.</param>
    /// <param name="Scopes">What it is good for; at least one.</param>
    /// <param name="Days">How long it is good, 1 to 365 days.</param>
    /// <param name="Current">The person's password; a wrong one counts as a wrong sign-in.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(string Name, TokenScopes Scopes, int Days, Secret Current) : Change<Made>;

    /// <summary>The new token.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Token">The token; empty when a repeated command answers, because it is stored nowhere.</param>
    public sealed record Made(AccessTokenId Id, Secret Token);

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Required").MaximumLength(AccessToken.NameLength).WithErrorCode("TooLong");
            RuleFor(c => c.Scopes).Must(s => s != TokenScopes.None && (s & ~TokenScopes.Any) == TokenScopes.None).WithErrorCode("Required");
            RuleFor(c => c.Days).InclusiveBetween(1, AccessToken.MostDays).WithErrorCode("Token.Days");
            RuleFor(c => c.Current).IsGiven();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, Passwords passwords, TimeProvider clock) : IRequestHandler<Command, Result<Made>>
    {
        public async Task<Result<Made>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            if (passwords.Check(person, command.Current) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetUtcNow();
            var usable = await db.AccessTokens.CountAsync(
                t => t.PersonId == person.Id && t.RevokedAt == null && t.ExpiresAt > now && t.Stamp == person.SecurityStamp, ct);
            if (usable >= AccessToken.MostUsable)
            {
                return new TooManyTokens();
            }

            var secret = TokenSecret.New();
            db.Add(AccessToken.Of(person, command.Name, command.Scopes, command.Days, secret, now));
            return new Made(secret.Id, secret.Reveal());
        }
    }
}

/// <summary>The person has as many usable tokens as one may have.</summary>
public sealed record TooManyTokens : Error
{
    /// <inheritdoc/>
    public override string Code => "Token.TooMany";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [AccessToken.MostUsable];
}
