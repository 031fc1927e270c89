using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>What the host remembers of somebody who came in; their rights it asks for again with every message.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Name shown to others.</param>
/// <param name="Role">What the person is.</param>
/// <param name="Culture">The remembered language.</param>
/// <param name="Theme">The remembered look.</param>
/// <param name="Stamp">Of the session; empty when a repeated command answers, because it is not stored.</param>
/// <param name="MustEnrol">Whether the second factor has to be set up before anything else.</param>
public sealed record Session(PersonId Person, string Name, Role Role, string Culture, Theme Theme, Secret Stamp, bool MustEnrol)
{
    internal static Session Of(Person person, SecurityOptions security) => new(
        new PersonId(person.Id),
        person.DisplayName,
        person.Role,
        person.Culture,
        person.Theme,
        new Secret(person.SecurityStamp),
        security.RequireStaffTwoFactor && person is { IsStaff: true, TwoFactorEnabled: false });
}
