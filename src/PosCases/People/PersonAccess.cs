using PosCases.Merchants;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Whose accounts an actor looks after. Somebody else's account does not exist for the actor.</summary>
internal static class PersonAccess
{
    extension(IQueryable<Person> people)
    {
        /// <summary>Staff for an admin, the own merchant's users for its owner, otherwise nobody.</summary>
        public IQueryable<Person> ManagedBy(Actor actor)
        {
            var merchant = MerchantOf(actor);
            return actor.Role switch
            {
                Role.Admin => people.Where(p => p.Role == Role.Agent || p.Role == Role.Supervisor || p.Role == Role.Admin),
                Role.MerchantOwner => people.Where(p => p.MerchantId != null && p.MerchantId == merchant),
                Role.Anonymous or Role.MerchantStaff or Role.Guest or Role.Agent or Role.Supervisor or Role.System => people.Where(_ => false),
            };
        }

        /// <summary>As those managed, but an admin also helps a merchant's user back in.</summary>
        public IQueryable<Person> HelpedBy(Actor actor) => actor.Role == Role.Admin ? people : people.ManagedBy(actor);

        /// <summary>The actor.</summary>
        public IQueryable<Person> Self(Actor actor) => people.Where(p => p.Id == actor.Id);
    }

    extension(IQueryable<Invitation> invitations)
    {
        /// <summary>Those to the desk for an admin, those to the own merchant for its owner.</summary>
        public IQueryable<Invitation> ManagedBy(Actor actor)
        {
            var merchant = MerchantOf(actor);
            return actor.Role switch
            {
                Role.Admin => invitations.Where(i => i.MerchantId == null && i.Role != Role.Guest),
                Role.MerchantOwner => invitations.Where(i => i.MerchantId != null && i.MerchantId == merchant),
                Role.Anonymous or Role.MerchantStaff or Role.Guest or Role.Agent or Role.Supervisor or Role.System => invitations.Where(_ => false),
            };
        }
    }

    private static MerchantId? MerchantOf(Actor actor) => actor.Merchant is { } id ? new MerchantId(id) : null;
}
