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
    private long? wanted;

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
    public override bool CanSeek => beneath.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Bytes of the original as the length of the file tells them; whether that is true shows when its end is read.</summary>
    public override long Length
    {
        get
        {
            var body = Math.Max(0, beneath.Length - SealedFormat.HeaderLength);
            return body - ((body + Stride - 1) / Stride * SealedFormat.TagLength);
        }
    }

    /// <inheritdoc/>
    public override long Position
    {
        get => wanted ?? (Math.Max(0L, number - 1L) * SealedFormat.ChunkLength) + at;
        set => wanted = CanSeek && value >= 0 ? value : throw new IOException("Before the beginning, or in a file that is read only once.");
    }

    // Files are written with chunks of this length only; a header may name another one, and then the file is read from its beginning to its end.
    private static int Stride => SealedFormat.ChunkLength + SealedFormat.TagLength;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await GoAsync(cancellationToken);
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

    /// <summary>For readers that cannot wait otherwise, e.g. of zip files; everything else reads asynchronously.</summary>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

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

    // Goes to the chunk that was asked for; every chunk says by its number and its tag that it is the one.
    private async ValueTask GoAsync(CancellationToken ct)
    {
        if (wanted is not { } position || isDamaged)
        {
            return;
        }

        wanted = null;
        if (header.Length == 0)
        {
            await BeginAsync(ct);
        }

        if (plain.Length != SealedFormat.ChunkLength)
        {
            throw new FileDamagedException("The file is not of the length of chunk that is written here.");
        }

        position = Math.Min(position, Length);
        var chunk = position / SealedFormat.ChunkLength;
        // A position behind a full last chunk is its end, not a chunk of its own.
        chunk = chunk > 0 && position == Length ? (position - 1) / SealedFormat.ChunkLength : chunk;
        beneath.Position = SealedFormat.HeaderLength + (chunk * Stride);
        nextLength = await beneath.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
        (number, isOver, isDamaged) = ((uint)chunk, false, true);
        await ReadChunkAsync(ct);
        (at, isDamaged) = ((int)(position - (chunk * SealedFormat.ChunkLength)), false);
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
