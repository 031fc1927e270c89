using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>
/// How an encrypted file lies in the store. A header of 16 bytes: the mark <c>PCE1</c>, the length of a chunk (big-endian), 8 random bytes.
/// Then the chunks, each AES-256-GCM with its tag of 16 bytes behind it; all but the last one are full. The nonce is the header's random bytes and
/// the number of the chunk; number, whether it is the last one, the whole header and the name of the file are authenticated. So nothing can be
/// changed, cut off, put in another order, lengthened, or laid under another name without being noticed.
/// </summary>
internal static class SealedFormat
{
    public const int HeaderLength = 16;
    public const int TagLength = 16;
    public const int NonceLength = 12;
    public const int KeyLength = 32;
    public const int ChunkLength = 64 * 1024;

    /// <summary>Longest chunk that a header may name, in bytes; more would be an attempt to exhaust memory.</summary>
    public const int LongestChunk = 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => "PCE1"u8;

    public static byte[] NewHeader()
    {
        var header = new byte[HeaderLength];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), ChunkLength);
        RandomNumberGenerator.Fill(header.AsSpan(8));
        return header;
    }

    /// <summary>Length of a chunk.</summary>
    /// <exception cref="FileDamagedException">It is no header of this format.</exception>
    public static int ChunkLengthOf(ReadOnlySpan<byte> header)
    {
        var length = header.Length == HeaderLength && header.StartsWith(Mark) ? BinaryPrimitives.ReadInt32BigEndian(header[4..]) : 0;
        return length is > 0 and <= LongestChunk ? length : throw new FileDamagedException("The header is not one of an encrypted file.");
    }

    public static void WriteNonce(Span<byte> nonce, ReadOnlySpan<byte> header, uint number)
    {
        header[8..].CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[8..], number);
    }

    /// <summary>What is authenticated beside a chunk.</summary>
    public static byte[] Beside(ReadOnlySpan<byte> header, string name, uint number, bool isLast)
    {
        var text = System.Text.Encoding.ASCII.GetBytes(name);
        var beside = new byte[HeaderLength + 4 + 1 + text.Length];
        header.CopyTo(beside);
        BinaryPrimitives.WriteUInt32BigEndian(beside.AsSpan(HeaderLength), number);
        beside[HeaderLength + 4] = isLast ? (byte)1 : (byte)0;
        text.CopyTo(beside, HeaderLength + 5);
        return beside;
    }
}

/// <summary>The bytes of a stored file are not those that were stored, or its key does not open it. Nothing of it may be handed out.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What found it.</param>
public sealed class FileDamagedException(string message, Exception? inner = null) : IOException(message, inner);
