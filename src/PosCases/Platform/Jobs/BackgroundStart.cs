namespace PosCases.Platform.Jobs;

/// <summary>Section <c>Background</c>: when what works in the background begins.</summary>
public sealed class BackgroundStart
{
    /// <summary>How long after the start: whoever opens the first page then has the processors to himself.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Waits until it is time.</summary>
    public Task WaitAsync(CancellationToken ct) => Task.Delay(After, ct);
}
