using System.Security.Cryptography;
using PosCases.Platform.Storage;

namespace PosCases.UnitTests.Platform.Storage;

public sealed class SealedFileTests
{
    private const int Chunk = SealedFormat.ChunkLength;
    private const int Stride = Chunk + SealedFormat.TagLength;

    private static readonly byte[] Key = KeyRing.NewKey();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 7)]
    public async Task What_was_sealed_is_read_back_and_nothing_of_it_stands_in_the_open(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var lying = await SealAsync(bytes, "a");

        Assert.Equal(bytes, await OpenAsync(lying, "a", Key));
        Assert.True(size < 16 || lying.AsSpan().IndexOf(bytes.AsSpan(0, 16)) < 0);
    }

    [Fact]
    public async Task The_same_bytes_never_lie_there_twice_alike()
    {
        var bytes = new byte[100];

        Assert.NotEqual(await SealAsync(bytes, "a"), await SealAsync(bytes, "a"));
    }

    [Fact]
    public async Task A_single_changed_bit_anywhere_is_noticed()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes(40), "a");

        for (var at = 0; at < lying.Length; at++)
        {
            var changed = (byte[])lying.Clone();
            changed[at] ^= 1;
            await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(changed, "a", Key));
        }
    }

    [Fact]
    public async Task Wherever_it_is_cut_off_it_is_noticed()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 5), "a");

        int[] cuts = [0, 1, SealedFormat.HeaderLength, SealedFormat.HeaderLength + 1, SealedFormat.HeaderLength + Stride, SealedFormat.HeaderLength + (2 * Stride), lying.Length - 1];
        foreach (var cut in cuts)
        {
            await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(lying[..cut], "a", Key));
        }
    }

    [Fact]
    public async Task Chunks_in_another_order_twice_or_too_many_are_noticed()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 5), "a");
        var (head, first, second, last) = (
            lying[..SealedFormat.HeaderLength],
            lying[SealedFormat.HeaderLength..(SealedFormat.HeaderLength + Stride)],
            lying[(SealedFormat.HeaderLength + Stride)..(SealedFormat.HeaderLength + (2 * Stride))],
            lying[(SealedFormat.HeaderLength + (2 * Stride))..]);

        foreach (var forged in new byte[][] { [.. head, .. second, .. first, .. last], [.. head, .. first, .. first, .. last], [.. lying, .. last], [.. lying, 0] })
        {
            await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(forged, "a", Key));
        }
    }

    [Fact]
    public async Task A_file_laid_under_another_name_or_opened_with_another_key_stays_shut()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes(40), "a");

        await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(lying, "b", Key));
        await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(lying, "a", KeyRing.NewKey()));
    }

    [Fact]
    public async Task A_header_that_names_a_chunk_too_large_for_memory_is_refused()
    {
        var lying = await SealAsync([1], "a");
        lying[4] = 0x7F;

        await Assert.ThrowsAsync<FileDamagedException>(() => OpenAsync(lying, "a", Key));
    }

    [Fact]
    public async Task Once_damage_was_found_nothing_more_is_read()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 5), "a");
        lying[SealedFormat.HeaderLength] ^= 1;
        await using var stream = new UnsealingStream(new MemoryStream(lying), Key, "a");
        var buffer = new byte[10];

        await Assert.ThrowsAsync<FileDamagedException>(async () => await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<FileDamagedException>(async () => await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_read_from_any_place_to_which_one_goes()
    {
        var bytes = RandomNumberGenerator.GetBytes((3 * Chunk) + 7);
        await using var stream = new UnsealingStream(new MemoryStream(await SealAsync(bytes, "a")), Key, "a");

        Assert.Equal(bytes.Length, stream.Length);
        foreach (var place in new[] { 5, Chunk - 1, Chunk, 0, (3 * Chunk) + 6, (2 * Chunk) + 1, bytes.Length, 3 * Chunk, 17 })
        {
            stream.Position = place;
            var read = new byte[100];
            var length = await stream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            Assert.Equal(bytes.AsSpan(place, Math.Min(100, bytes.Length - place)), read.AsSpan(0, length));
            Assert.Equal(place + length, stream.Position);
        }
    }

    [Fact]
    public async Task Damage_is_noticed_wherever_one_begins_to_read()
    {
        var lying = await SealAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 5), "a");
        lying[^1] ^= 1;
        await using var stream = new UnsealingStream(new MemoryStream(lying), Key, "a");
        stream.Position = 2 * Chunk;

        await Assert.ThrowsAsync<FileDamagedException>(async () => await stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    private static async Task<byte[]> SealAsync(byte[] bytes, string name)
    {
        using var lying = new MemoryStream();
        using var sealing = new SealingStream(lying, Key, name);
        // In uneven pieces, as a socket hands them over.
        for (var at = 0; at < bytes.Length; at += 10_007)
        {
            await sealing.WriteAsync(bytes.AsMemory(at, Math.Min(10_007, bytes.Length - at)), TestContext.Current.CancellationToken);
        }

        await sealing.SealAsync(TestContext.Current.CancellationToken);
        return lying.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] lying, string name, byte[] key)
    {
        await using var stream = new UnsealingStream(new MemoryStream(lying), key, name);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }
}
