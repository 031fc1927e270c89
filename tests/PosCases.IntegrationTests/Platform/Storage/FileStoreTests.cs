using System.Security.Cryptography;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests.Platform.Storage;

public sealed class FileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-files-").FullName;

    private FileStore Store => new(new FileStoreOptions { Folder = folder });

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(131_072)]
    [InlineData(300_001)]
    public async Task What_was_stored_is_read_back_byte_by_byte_under_its_hash(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var stored = await Store.StoreAsync(new MemoryStream(bytes), size, 4096, TestContext.Current.CancellationToken);

        await using var read = Store.Open(stored!.Key);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
        Assert.Equal((size, Math.Min(size, 4096)), (stored.Size, stored.Head.Length));
        Assert.Equal(bytes[..stored.Head.Length], stored.Head);
        Assert.Equal(bytes, await ReadAsync(read));
    }

    [Fact]
    public async Task The_head_is_whole_however_slowly_the_bytes_come()
    {
        var bytes = RandomNumberGenerator.GetBytes(5000);

        var stored = await Store.StoreAsync(new Trickle(bytes, breaksAt: null), 5000, 4096, TestContext.Current.CancellationToken);

        Assert.Equal(bytes[..4096], stored!.Head);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_two_files()
    {
        var bytes = RandomNumberGenerator.GetBytes(10);

        var first = await Store.StoreAsync(new MemoryStream(bytes), 10, 10, TestContext.Current.CancellationToken);
        var second = await Store.StoreAsync(new MemoryStream(bytes), 10, 10, TestContext.Current.CancellationToken);

        Assert.NotEqual(first!.Key, second!.Key);
        Assert.Equal(2, Left());
    }

    [Fact]
    public async Task One_byte_above_the_limit_is_refused_and_leaves_nothing_behind()
    {
        Assert.NotNull(await Store.StoreAsync(new MemoryStream(new byte[1000]), 1000, 16, TestContext.Current.CancellationToken));

        Assert.Null(await Store.StoreAsync(new MemoryStream(new byte[1001]), 1000, 16, TestContext.Current.CancellationToken));

        Assert.Equal(1, Left());
    }

    [Fact]
    public async Task A_broken_upload_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            Store.StoreAsync(new Trickle(new byte[5000], breaksAt: 3000), 5000, 16, TestContext.Current.CancellationToken));

        Assert.Equal(0, Left());
    }

    [Fact]
    public async Task An_upload_that_was_given_up_leaves_nothing_behind()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.StoreAsync(new MemoryStream(new byte[100]), 100, 16, given.Token));

        Assert.Equal(0, Left());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2f..%2f..%2f..%2fetc%2fpasswd00")]
    [InlineData("/etc/passwd/aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("abcdef0123456789abcdef012345678")]
    [InlineData("abcdef0123456789abcdef01234567890")]
    [InlineData("abcdef0123456789abcdef012345678\n")]
    public void A_key_that_is_none_of_ours_never_becomes_a_path(string key)
    {
        Assert.Throws<ArgumentException>(() => Store.Open(key));
        Assert.Throws<ArgumentException>(() => Store.Discard(key));
    }

    [Fact]
    public async Task A_discarded_file_is_gone()
    {
        var stored = await Store.StoreAsync(new MemoryStream([1, 2, 3]), 3, 3, TestContext.Current.CancellationToken);

        Store.Discard(stored!.Key);

        Assert.Equal(0, Left());
        Assert.Throws<FileNotFoundException>(() => Store.Open(stored.Key));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private int Left() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        return all.ToArray();
    }

    /// <summary>Gives seven bytes at a time, and breaks where it is told to.</summary>
    private sealed class Trickle(byte[] bytes, int? breaksAt) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= breaksAt ? throw new IOException("the line is cut") : base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
