using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>Encrypts what is written to it into a stream beneath. <see cref="SealAsync"/> must be called at the end; without it the file has no last chunk and cannot be read.</summary>
internal sealed class SealingStream : IDisposable
{
    private readonly Stream beneath;
    private readonly string name;
    private readonly AesGcm cipher;
    private readonly byte[] header = SealedFormat.NewHeader();
    private readonly byte[] plain = new byte[SealedFormat.ChunkLength];
    private readonly byte[] sealedChunk = new byte[SealedFormat.ChunkLength + SealedFormat.TagLength];
    private readonly byte[] nonce = new byte[SealedFormat.NonceLength];
    private int filled;
    private uint number;
    private bool isBegun;

    /// <summary>Begins a file.</summary>
    /// <param name="beneath">Where the encrypted bytes go.</param>
    /// <param name="key">The file's own key, 32 bytes, never used for another file.</param>
    /// <param name="name">The name under which the file lies; it can be read under no other.</param>
    public SealingStream(Stream beneath, ReadOnlySpan<byte> key, string name)
    {
        (this.beneath, this.name) = (beneath, name);
        cipher = new AesGcm(key, SealedFormat.TagLength);
    }

    /// <summary>Takes bytes.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            // A full chunk is kept back until more comes: only then it is not the last one.
            if (filled == plain.Length)
            {
                await WriteChunkAsync(isLast: false, ct);
            }

            var taken = Math.Min(bytes.Length, plain.Length - filled);
            bytes[..taken].CopyTo(plain.AsMemory(filled));
            filled += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    public ValueTask SealAsync(CancellationToken ct) => WriteChunkAsync(isLast: true, ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(plain);
    }

    private async ValueTask WriteChunkAsync(bool isLast, CancellationToken ct)
    {
        if (!isBegun)
        {
            await beneath.WriteAsync(header, ct);
            isBegun = true;
        }

        SealedFormat.WriteNonce(nonce, header, number);
        cipher.Encrypt(
            nonce, plain.AsSpan(0, filled), sealedChunk.AsSpan(0, filled), sealedChunk.AsSpan(filled, SealedFormat.TagLength),
            SealedFormat.Beside(header, name, number, isLast));
        await beneath.WriteAsync(sealedChunk.AsMemory(0, filled + SealedFormat.TagLength), ct);
        (filled, number) = (0, checked(number + 1));
    }
}
