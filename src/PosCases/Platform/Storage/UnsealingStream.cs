using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>Reads an encrypted file, chunk by chunk; hands out no byte that was not authenticated.</summary>
internal sealed class UnsealingStream : Stream
{
    private readonly Stream beneath;
    private readonly string name;
    private readonly AesGcm cipher;
    private readonly byte[] nonce = new byte[SealedFormat.NonceLength];
    private byte[] header = [];
    private byte[] plain = [];
    private byte[] next = [];
    private byte[] spare = [];
    private int nextLength;
    private int at;
    private int end;
    private uint number;
    private bool isOver;
    private bool isDamaged;

    /// <summary>Opens a file.</summary>
    /// <param name="beneath">The encrypted bytes from their beginning; disposed of with this stream.</param>
    /// <param name="key">The file's own key.</param>
    /// <param name="name">The name under which the file lies.</param>
    public UnsealingStream(Stream beneath, ReadOnlySpan<byte> key, string name)
    {
        (this.beneath, this.name) = (beneath, name);
        cipher = new AesGcm(key, SealedFormat.TagLength);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (at == end && !isOver && !buffer.IsEmpty)
        {
            // Whoever goes on reading after damage was found gets nothing but the damage.
            if (isDamaged)
            {
                throw new FileDamagedException("The file is damaged.");
            }

            isDamaged = true;
            await ReadChunkAsync(cancellationToken);
            isDamaged = false;
        }

        var taken = Math.Min(buffer.Length, end - at);
        plain.AsMemory(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("An encrypted file is read asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await beneath.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            CryptographicOperations.ZeroMemory(plain);
            beneath.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask ReadChunkAsync(CancellationToken ct)
    {
        if (header.Length == 0)
        {
            await BeginAsync(ct);
        }

        // The last chunk is the one behind which nothing comes: so one is always read ahead.
        var (chunk, length) = (next, nextLength);
        next = spare;
        nextLength = await beneath.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
        spare = chunk;
        isOver = nextLength == 0;
        var content = length - SealedFormat.TagLength;
        if (content < 0)
        {
            throw new FileDamagedException("The file ends within a chunk.");
        }

        SealedFormat.WriteNonce(nonce, header, number);
        try
        {
            cipher.Decrypt(
                nonce, chunk.AsSpan(0, content), chunk.AsSpan(content, SealedFormat.TagLength), plain.AsSpan(0, content),
                SealedFormat.Beside(header, name, number, isOver));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new FileDamagedException($"Chunk {number} is not what was stored.", mismatch);
        }

        (at, end, number) = (0, content, checked(number + 1));
    }

    private async ValueTask BeginAsync(CancellationToken ct)
    {
        var read = new byte[SealedFormat.HeaderLength];
        var length = await beneath.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, ct);
        var chunk = SealedFormat.ChunkLengthOf(read.AsSpan(0, length));
        header = read;
        plain = new byte[chunk];
        (next, spare) = (new byte[chunk + SealedFormat.TagLength], new byte[chunk + SealedFormat.TagLength]);
        nextLength = await beneath.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
    }
}
