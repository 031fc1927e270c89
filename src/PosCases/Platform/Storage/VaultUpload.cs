using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>
/// A file on its way into the vault, in as many parts as it takes. Each part is hashed and encrypted while it arrives; nothing of it can be read
/// before <see cref="FinishAsync"/>, and disposing of it unfinished removes what was written. One caller at a time.
/// </summary>
public sealed class VaultUpload : IAsyncDisposable
{
    private readonly IFileStore store;
    private readonly string name = IFileStore.NewKey();
    private readonly byte[] key = KeyRing.NewKey();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] head;
    private readonly Stream file;
    private readonly SealingStream sealing;
    private bool isDone;

    internal VaultUpload(IFileStore store, int headLength)
    {
        this.store = store;
        head = new byte[headLength];
        file = store.Create(name);
        sealing = new SealingStream(file, key, name);
    }

    /// <summary>Bytes of the original that have arrived.</summary>
    public long Size { get; private set; }

    /// <summary>Takes the next bytes of the original.</summary>
    /// <exception cref="IOException">The disk took only a part of them: the file cannot be gone on with.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (Size < head.Length)
        {
            bytes.Span[..(int)Math.Min(bytes.Length, head.Length - Size)].CopyTo(head.AsSpan((int)Size));
        }

        hash.AppendData(bytes.Span);
        await sealing.WriteAsync(bytes, ct);
        Size += bytes.Length;
    }

    /// <summary>Brings the whole file to the disk.</summary>
    /// <returns>What was taken; from now on it is the caller's, who keeps or discards it.</returns>
    public async Task<Vault.Taken> FinishAsync(CancellationToken ct)
    {
        PausePoint.Reach("vault.bytes-arrived");
        await sealing.SealAsync(ct);
        PausePoint.Reach("vault.bytes-sealed");
        await store.SettleAsync(file, ct);
        PausePoint.Reach("vault.bytes-settled");
        isDone = true;
        await CloseAsync();
        return new Vault.Taken(name, Size, Convert.ToHexStringLower(hash.GetHashAndReset()), head[..(int)Math.Min(Size, head.Length)], key);
    }

    /// <summary>Gives up what is not finished.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!isDone)
        {
            isDone = true;
            await CloseAsync();
            store.Discard(name);
        }

        hash.Dispose();
    }

    private async ValueTask CloseAsync()
    {
        sealing.Dispose();
        await file.DisposeAsync();
    }
}
