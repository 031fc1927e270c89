using Microsoft.EntityFrameworkCore;
using PosCases.People.Tokens;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Reads a person's rights for every message anew: who was shut out or signed out everywhere is nobody at once.</summary>
internal sealed class ActorDirectory(AppDb db, SecurityOptions security, TimeProvider clock) : IActorDirectory
{
    public async Task<Actor> FindAsync(Caller.Person caller, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == caller.Id && p.IsActive, ct);
        if (person is null || person.SecurityStamp != caller.Stamp)
        {
            return Actor.Anonymous;
        }

        var now = clock.GetUtcNow();
        var token = caller.Token is { } id ? await db.AccessTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Id == new AccessTokenId(id), ct) : null;
        return caller.Token is not null && token?.IsUsableBy(person, now) is not true
            ? Actor.Anonymous
            : new Actor(person.Id, person.DisplayName, person.Role, person.MerchantId?.Value)
            {
                ReadAt = now,
                OwnAccountOnly = Session.Of(person, security).MustEnrol,
                Token = token?.Scopes,
            };
    }
}
