using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Guards those without whom nobody could let anybody in again.</summary>
internal static class LastOne
{
    extension(IQueryable<Person> people)
    {
        /// <summary>Refuses to take oneself, the last active admin or a merchant's last active owner out of office.</summary>
        public async Task<Error?> MissIfGoneAsync(Person person, Actor actor, CancellationToken ct)
        {
            if (person.Id == actor.Id)
            {
                return new NotOneself();
            }

            var kept = person.Role is not (Role.Admin or Role.MerchantOwner)
                || await people.AnyAsync(
                    p => p.Id != person.Id && p.IsActive && p.Role == person.Role && p.MerchantId == person.MerchantId, ct);
            return kept ? null : new LastOfItsKind(person.Role);
        }
    }
}
