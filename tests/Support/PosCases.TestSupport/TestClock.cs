namespace PosCases.TestSupport;

/// <summary>The real time until a test moves or stops it.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;
    private DateTimeOffset? stopped;

    public override DateTimeOffset GetUtcNow() => stopped ?? System.GetUtcNow() + ahead;

    /// <summary>Stands still at a moment.</summary>
    public void StopAt(DateTimeOffset at) => stopped = at;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan time)
    {
        stopped += time;
        ahead += time;
    }
}
