using System.Collections.Concurrent;

namespace PosCases.Web.Desk.Export;

/// <summary>Files that are on their way out of this process, so that the page that asked for one can show how far it is and stop it.</summary>
internal sealed class ExportRuns
{
    private readonly ConcurrentDictionary<(Guid Run, Guid Person), Run> runs = new();

    /// <summary>One file.</summary>
    public sealed class Run : IDisposable
    {
        private readonly CancellationTokenSource stop = new();

        /// <summary>Rows that went out.</summary>
        public int Rows { get; internal set; }

        /// <summary>Whether it has ended.</summary>
        public bool IsOver { get; internal set; }

        /// <summary>Whether all rows went out.</summary>
        public bool IsComplete { get; internal set; }

        /// <summary>Fires when the person stops it.</summary>
        internal CancellationToken Stopped => stop.Token;

        /// <summary>Stops it.</summary>
        public void Stop() => stop.Cancel();

        /// <inheritdoc/>
        public void Dispose() => stop.Dispose();
    }

    /// <summary>Keeps a place for a file that the person is about to fetch.</summary>
    /// <returns>The id that its address names.</returns>
    public (Guid Id, Run Run) Begin(Guid person)
    {
        var (id, run) = (Guid.NewGuid(), new Run());
        runs[(id, person)] = run;
        return (id, run);
    }

    /// <summary>The place that a page of the same person keeps; one of its own where no page waits.</summary>
    public Run Find(Guid? id, Guid person) => id is { } known && runs.TryGetValue((known, person), out var run) ? run : new Run();

    /// <summary>Forgets a place; the page that showed it is gone.</summary>
    public void Forget(Guid id, Guid person) => runs.TryRemove((id, person), out _);
}
