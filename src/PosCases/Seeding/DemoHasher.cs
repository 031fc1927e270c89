using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PosCases.People;

namespace PosCases.Seeding;

/// <summary>Hashes the one password that everybody in the demo world has once and not per person: each time is a fifth of a second.</summary>
internal sealed class DemoHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
{
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string HashPassword(Person user, string password)
    {
        if (!hashes.TryGetValue(password, out var hash))
        {
            hashes[password] = hash = base.HashPassword(user, password);
        }

        return hash;
    }
}
