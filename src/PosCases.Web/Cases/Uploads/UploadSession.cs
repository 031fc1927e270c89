using System.Buffers;
using PosCases.Cases;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Uploads;

/// <summary>What a file that arrives in parts is for.</summary>
/// <param name="Owner">The person who sends it; nobody else can go on with it.</param>
/// <param name="Case">The case.</param>
/// <param name="Label">What it will be called.</param>
/// <param name="Size">Bytes that it will have.</param>
/// <param name="Fields">What the page said about it, as with a file that arrives whole.</param>
internal sealed record UploadPlan(Guid Owner, CaseId Case, string Label, long Size, IReadOnlyDictionary<string, string> Fields);

/// <summary>How a part was read.</summary>
internal enum PartEnd
{
    /// <summary>To its end.</summary>
    Whole,

    /// <summary>The line was cut; what arrived is kept.</summary>
    Cut,

    /// <summary>There is more of it than was promised.</summary>
    TooMuch,
}

/// <summary>
/// A file on its way in parts. Requests take turns: a newer one ends the reading of an older one, whose line may be dead without anybody knowing.
/// </summary>
internal sealed class UploadSession(UploadPlan plan, VaultUpload begun, TimeProvider clock) : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private VaultUpload? upload = begun;
    private CancellationTokenSource? latest;
    private int inside;

    /// <summary>Its address; random, and of use to its owner only.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>What it is for.</summary>
    public UploadPlan Plan => plan;

    /// <summary>Bytes that have arrived.</summary>
    public long Offset => upload?.Size ?? plan.Size;

    /// <summary>What came of it, once all bytes were there; kept for whoever did not hear the answer.</summary>
    public Result<EvidenceEndpoints.Received>? Outcome { get; private set; }

    /// <summary>When somebody last came for it.</summary>
    public DateTimeOffset TouchedAt { get; private set; } = clock.GetUtcNow();

    /// <summary>Whether nobody is at it and nobody was since then.</summary>
    public bool IsIdleSince(DateTimeOffset moment) => Volatile.Read(ref inside) == 0 && TouchedAt < moment;

    /// <summary>Waits for this request's turn.</summary>
    /// <returns>The turn, to be disposed of when it is over; none when a newer request came meanwhile or the caller went away.</returns>
    public async Task<Turn?> EnterAsync(CancellationToken ct)
    {
        var mine = CancellationTokenSource.CreateLinkedTokenSource(ct);
        lock (gate)
        {
            // What hears of it runs elsewhere: nothing of another request may run under this lock.
            _ = latest?.CancelAsync();
            latest = mine;
        }

        Interlocked.Increment(ref inside);
        try
        {
            await turn.WaitAsync(mine.Token);
            return new Turn(this, mine);
        }
        catch (OperationCanceledException)
        {
            Forget(mine);
            return null;
        }
    }

    /// <summary>Takes a part that begins at <see cref="Offset"/>.</summary>
    /// <exception cref="IOException">The disk did not take it; the file is lost.</exception>
    public async Task<PartEnd> TakeAsync(Stream part, CancellationToken ct)
    {
        var file = upload ?? throw new InvalidOperationException("It is settled.");
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync(part, buffer, ct) is { } read)
            {
                if (read == 0 || file.Size + read > plan.Size)
                {
                    return read == 0 ? PartEnd.Whole : PartEnd.TooMuch;
                }

                // Never left half done: what was counted once cannot be taken back.
                await file.AppendAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return PartEnd.Cut;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Ends it with what comes of all of its bytes.</summary>
    public async Task<Result<EvidenceEndpoints.Received>> SettleAsync(Func<Vault.Taken, Task<Result<EvidenceEndpoints.Received>>> settle)
    {
        var file = upload ?? throw new InvalidOperationException("It is settled.");
        var settled = await settle(await file.FinishAsync(CancellationToken.None));
        await file.DisposeAsync();
        // Its buffers go; only the answer stays.
        (Outcome, upload) = (settled, null);
        return settled;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => upload?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<int?> ReadAsync(Stream part, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await part.ReadAsync(buffer, ct);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    private void Leave(CancellationTokenSource mine)
    {
        TouchedAt = clock.GetUtcNow();
        turn.Release();
        Forget(mine);
    }

    private void Forget(CancellationTokenSource mine)
    {
        lock (gate)
        {
            latest = ReferenceEquals(latest, mine) ? null : latest;
        }

        Interlocked.Decrement(ref inside);
        mine.Dispose();
    }

    /// <summary>A request's turn.</summary>
    internal sealed class Turn(UploadSession session, CancellationTokenSource mine) : IDisposable
    {
        /// <summary>Ends when a newer request comes or the caller goes away.</summary>
        public CancellationToken Token => mine.Token;

        /// <inheritdoc/>
        public void Dispose() => session.Leave(mine);
    }
}
