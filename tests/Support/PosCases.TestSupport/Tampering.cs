using PosCases.Platform.Storage;

namespace PosCases.TestSupport;

/// <summary>Something that is done to the stored bytes of a paper behind the app's back. All of it is refused at the next reading.</summary>
/// <param name="What">What is done; unique.</param>
/// <param name="Change">The stored bytes of the paper and of another case's paper in; what lies there afterwards out, or none when nothing does.</param>
internal sealed record Tampering(string What, Func<byte[], byte[], byte[]?> Change)
{
    public override string ToString() => What;

    /// <summary>Bytes of an original that fills three chunks and begins a fourth.</summary>
    public static int OriginalLength => (3 * SealedFormat.ChunkLength) + 100;

    private const int Head = SealedFormat.HeaderLength;
    private const int Stride = SealedFormat.ChunkLength + SealedFormat.TagLength;

    /// <summary>All of it.</summary>
    public static IReadOnlyList<Tampering> All { get; } =
    [
        new("one bit of the mark", (own, _) => Flipped(own, 0)),
        new("one bit of the length of a chunk", (own, _) => Flipped(own, 7)),
        new("one bit of the random part of the header", (own, _) => Flipped(own, Head - 1)),
        new("one bit of the first byte", (own, _) => Flipped(own, Head)),
        new("one bit in the middle", (own, _) => Flipped(own, own.Length / 2)),
        new("one bit of a tag", (own, _) => Flipped(own, Head + Stride - 1)),
        new("one bit of the last byte", (own, _) => Flipped(own, own.Length - 1)),
        new("cut to nothing", (_, _) => []),
        new("cut within the header", (own, _) => own[..(Head - 1)]),
        new("cut behind the header", (own, _) => own[..Head]),
        new("cut within a chunk", (own, _) => own[..(Head + Stride + 1000)]),
        new("cut between two chunks", (own, _) => own[..(Head + (2 * Stride))]),
        new("cut by its last byte", (own, _) => own[..^1]),
        new("lengthened by a byte", (own, _) => [.. own, 0]),
        new("lengthened by a chunk of its own", (own, _) => [.. own, .. own.AsSpan(Head, Stride)]),
        new("two chunks exchanged", (own, _) => [.. own.AsSpan(0, Head), .. own.AsSpan(Head + Stride, Stride), .. own.AsSpan(Head, Stride), .. own.AsSpan(Head + (2 * Stride))]),
        new("a chunk left out", (own, _) => [.. own.AsSpan(0, Head), .. own.AsSpan(Head + Stride)]),
        new("a chunk of another case's paper put in", (own, other) => [.. own.AsSpan(0, Head), .. other.AsSpan(Head, Stride), .. own.AsSpan(Head + Stride)]),
        new("the header of another case's paper put in", (own, other) => [.. other.AsSpan(0, Head), .. own.AsSpan(Head)]),
        new("exchanged for another case's paper", (_, other) => other),
        new("overwritten with zeros", (own, _) => new byte[own.Length]),
        new("exchanged for bytes in the open", (_, _) => Pictures.Png(OriginalLength)),
        new("removed", (_, _) => null),
    ];

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] ^= 1;
        return changed;
    }
}

/// <summary>A row of the database that was pointed elsewhere. It opens nothing.</summary>
/// <param name="What">What is done; unique.</param>
/// <param name="Change">The row of the paper and that of another case's paper in; the forged row out.</param>
internal sealed record ForgedRow(string What, Func<Vault.Kept, Vault.Kept, Vault.Kept> Change)
{
    public override string ToString() => What;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ForgedRow> All { get; } =
    [
        new("the case of another paper", (own, other) => own with { Owner = other.Owner }),
        new("the bytes of another case's paper", (own, other) => own with { Name = other.Name }),
        new("the bytes and hash of another case's paper", (own, other) => own with { Name = other.Name, Sha256 = other.Sha256, Size = other.Size }),
        new("the key of another case's paper", (own, other) => own with { Key = other.Key }),
        new("bytes, hash and key of another case's paper", (own, other) => other with { Owner = own.Owner }),
        new("another hash", (own, _) => own with { Sha256 = new string('a', 64) }),
        new("another size", (own, _) => own with { Size = own.Size - 1 }),
        new("a key of zeros", (own, _) => own with { Key = own.Key! with { Bytes = new byte[own.Key.Bytes.Length] } }),
        new("no key, as if it had never been encrypted", (own, _) => own with { Key = null }),
    ];
}
