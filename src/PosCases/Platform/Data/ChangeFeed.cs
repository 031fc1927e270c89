namespace PosCases.Platform.Data;

/// <summary>Tells open screens of this process which records changed, after the commit.</summary>
public sealed class ChangeFeed
{
    private Action<IReadOnlyCollection<Guid>>? listeners;
    private readonly Lock turn = new();

    /// <summary>Listens until the answer is disposed. The listener is called on the committing thread and must return at once.</summary>
    public IDisposable Subscribe(Action<IReadOnlyCollection<Guid>> listener)
    {
        lock (turn)
        {
            listeners += listener;
        }

        return new Subscription(() => End(listener));
    }

    /// <summary>Announces changed topics; an empty list announces nothing.</summary>
    public void Announce(IReadOnlyCollection<Guid> topics)
    {
        if (topics.Count > 0)
        {
            listeners?.Invoke(topics);
        }
    }

    private void End(Action<IReadOnlyCollection<Guid>> listener)
    {
        lock (turn)
        {
            listeners -= listener;
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
