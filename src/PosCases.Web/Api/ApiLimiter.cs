using System.Collections.Concurrent;

namespace PosCases.Web.Api;

/// <summary>Counts requests in windows of a minute, which begin with the minute, for each token or address.</summary>
internal sealed class ApiLimiter(TimeProvider clock)
{
    private static readonly long Window = TimeSpan.TicksPerMinute;

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long window;

    /// <summary>What is left after a request.</summary>
    /// <param name="Limit">Requests in a minute.</param>
    /// <param name="Remaining">How many more the window has; below zero the request is one too many.</param>
    /// <param name="ResetSeconds">Seconds until the next window.</param>
    public sealed record Left(int Limit, int Remaining, int ResetSeconds)
    {
        /// <summary>Whether the request is one too many.</summary>
        public bool IsTooMany => Remaining < 0;
    }

    /// <summary>Counts a request.</summary>
    /// <param name="who">Whose.</param>
    /// <param name="limit">How many there may be in a minute.</param>
    public Left Take(string who, int limit)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var current = now / Window;
        if (Interlocked.Exchange(ref window, current) != current)
        {
            counts.Clear();
        }

        var count = counts.AddOrUpdate(who, 1, static (_, before) => before + 1);
        return new Left(limit, limit - count, (int)Math.Ceiling(((current + 1) * Window - now) / (double)TimeSpan.TicksPerSecond));
    }
}
