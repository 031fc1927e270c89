using System.Globalization;
using PosCases.Platform.Data;

namespace PosCases.Web.Desk;

/// <summary>
/// Tells a screen, after a short calm, that records were changed by anybody: many changes at once are told once. The screen is called on
/// the feed's thread, in its reader's language whoever changed the record, and changes to its own.
/// </summary>
internal sealed class LiveChanges : IDisposable
{
    private readonly Lock turn = new();
    private readonly HashSet<Guid> heard = [];
    private readonly TimeProvider clock;
    private readonly TimeSpan calm;
    private readonly Func<IReadOnlySet<Guid>, Task> tell;
    private readonly (CultureInfo Formats, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly IDisposable subscription;
    private ITimer? timer;
    private bool isDisposed;

    /// <param name="feed">What is committed in this process.</param>
    /// <param name="clock">Measures the calm.</param>
    /// <param name="calm">How long to gather before telling.</param>
    /// <param name="tell">Gets the records that were changed.</param>
    public LiveChanges(ChangeFeed feed, TimeProvider clock, TimeSpan calm, Func<IReadOnlySet<Guid>, Task> tell)
    {
        (this.clock, this.calm, this.tell) = (clock, calm, tell);
        subscription = feed.Subscribe(Hear);
    }

    public void Dispose()
    {
        subscription.Dispose();
        lock (turn)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private void Hear(IReadOnlyCollection<Guid> topics)
    {
        lock (turn)
        {
            if (isDisposed)
                return;

            heard.UnionWith(topics);
            timer ??= clock.CreateTimer(_ => Tell(), null, calm, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        HashSet<Guid> changed;
        lock (turn)
        {
            if (isDisposed)
                return;

            changed = [.. heard];
            heard.Clear();
            timer?.Dispose();
            timer = null;
        }

        // The timer carries the culture of whoever announced first; a job has none.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;

        // A telling that fails is logged by the door and made good by the next one.
        _ = tell(changed);
    }
}
