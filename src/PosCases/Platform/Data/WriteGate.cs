namespace PosCases.Platform.Data;

/// <summary>
/// SQLite allows one writer. Writers of this process queue here, first come first served, instead of polling the file's lock:
/// no "database is locked", and nobody starves. Open at once for other providers.
/// </summary>
public sealed class WriteGate(DatabaseOptions options) : IDisposable
{
    private readonly SemaphoreSlim? gate = options.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for one's turn; dispose the answer to end it.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken ct)
    {
        if (gate is null)
        {
            return null;
        }

        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => gate?.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
