using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Reads a person's rights for every message anew: who was shut out or signed out everywhere is nobody at once.</summary>
internal sealed class ActorDirectory(AppDb db, SecurityOptions security, TimeProvider clock) : IActorDirectory
{
    public async Task<Actor> FindAsync(Caller.Person caller, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == caller.Id && p.IsActive, ct);
        return person is null || person.SecurityStamp != caller.Stamp
            ? Actor.Anonymous
            : new Actor(person.Id, person.DisplayName, person.Role, person.MerchantId?.Value)
            {
                ReadAt = clock.GetUtcNow(),
                OwnAccountOnly = Session.Of(person, security).MustEnrol,
            };
    }
}
