namespace PosCases.Seeding;

/// <summary>A clock that a seeded world sets, so that its cases have a past.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset at) => now = at;

    /// <summary>Moves the clock on, but never past the real present.</summary>
    public void Pass(TimeSpan time, DateTimeOffset limit) => now = now + time > limit ? limit : now + time;
}
