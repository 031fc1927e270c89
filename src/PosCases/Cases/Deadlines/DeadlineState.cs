namespace PosCases.Cases.Deadlines;

/// <summary>Where a clock stands at a moment.</summary>
public enum DeadlineState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ends soon.</summary>
    Warning,

    /// <summary>It ended, and what was due was not done.</summary>
    Breached,

    /// <summary>It stands still.</summary>
    Paused,

    /// <summary>It is over: done, answered or dropped.</summary>
    Met,
}

/// <summary>Decides where a clock stands; from its moments alone.</summary>
public static class DeadlineStates
{
    /// <summary>Where a clock stands.</summary>
    /// <param name="dueAt">Its last moment; none where no date is known.</param>
    /// <param name="warnAt">From when it is said to end soon.</param>
    /// <param name="endedAt">When it was over.</param>
    /// <param name="isPaused">Whether it stands still.</param>
    /// <param name="now">The moment for which it is asked.</param>
    public static DeadlineState Of(DateTimeOffset? dueAt, DateTimeOffset? warnAt, DateTimeOffset? endedAt, bool isPaused, DateTimeOffset now) =>
        endedAt <= now ? DeadlineState.Met
        : isPaused ? DeadlineState.Paused
        : dueAt < now ? DeadlineState.Breached
        : warnAt <= now ? DeadlineState.Warning
        : DeadlineState.Running;
}
