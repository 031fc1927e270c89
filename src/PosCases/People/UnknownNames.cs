using System.Collections.Concurrent;
using PosCases.Platform.Messages;

namespace PosCases.People;

/// <summary>
/// Counts wrong tries of names without an account by the rule of those with one, so that a lockout does not tell them apart.
/// Kept in memory and of bounded size: it protects no account, only the secret of which exist.
/// </summary>
internal sealed class UnknownNames(TimeProvider clock)
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, Tries> tries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a try.</summary>
    /// <returns>What an account would answer.</returns>
    public Error Count(string name)
    {
        if (tries.Count >= Capacity)
        {
            tries.Clear();
        }

        var now = clock.GetUtcNow();
        var counted = tries.AddOrUpdate(name, _ => new Tries(1, null), (_, before) => before.Next(now));
        return counted.Until > now ? new LockedOut(null) : new SignInRefused(null);
    }

    private sealed record Tries(int Failed, DateTimeOffset? Until)
    {
        public Tries Next(DateTimeOffset now) =>
            Until > now ? this
            : Failed + 1 >= Person.TriesBeforeLockout ? new Tries(0, now + Person.LockoutTime)
            : new Tries(Failed + 1, null);
    }
}
