using System.Security.Cryptography;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests.Platform.Storage;

public sealed class VaultTests : IDisposable
{
    private static readonly KeyRing Ring = RingOf("1");

    private readonly string folder = Directory.CreateTempSubdirectory("poscases-vault-").FullName;
    private readonly Guid owner = Guid.NewGuid();

    private Vault Vault => new(new FileStore(new FileStoreOptions { Folder = folder }), Ring);

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(300_001)]
    public async Task What_was_taken_is_read_back_under_its_hash_and_lies_nowhere_in_the_open(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var taken = (await Vault.TakeAsync(new MemoryStream(bytes), size, 4096, TestContext.Current.CancellationToken))!;
        var kept = Vault.Keep(taken, owner);

        Assert.Equal((size, Convert.ToHexStringLower(SHA256.HashData(bytes))), (taken.Size, taken.Sha256));
        Assert.Equal(bytes[..Math.Min(size, 4096)], taken.Head);
        Assert.Equal(bytes, await ReadAsync(kept));
        var lying = await File.ReadAllBytesAsync(Only(), TestContext.Current.CancellationToken);
        Assert.True(size < 32 || lying.AsSpan().IndexOf(bytes.AsSpan(0, 32)) < 0);
        Assert.True(lying.AsSpan().IndexOf(taken.Key) < 0);
    }

    [Fact]
    public async Task A_row_that_names_another_case_another_file_or_another_hash_opens_nothing()
    {
        var (first, second) = (await KeepAsync([1, 2, 3]), await KeepAsync([4, 5, 6]));

        foreach (var forged in new[]
                 {
                     first with { Owner = Guid.NewGuid() },
                     first with { Name = second.Name },
                     first with { Sha256 = second.Sha256 },
                     first with { Size = 4 },
                     first with { Key = second.Key },
                 })
        {
            await Assert.ThrowsAsync<FileDamagedException>(() => Vault.OpenAsync(forged, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Bytes_that_were_changed_exchanged_or_removed_are_refused_before_the_first_one_is_handed_out()
    {
        var (first, second) = (await KeepAsync(RandomNumberGenerator.GetBytes(200_000)), await KeepAsync(RandomNumberGenerator.GetBytes(200_000)));
        var path = PathOf(first.Name);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<FileDamagedException>(() => Vault.OpenAsync(first, TestContext.Current.CancellationToken));
        File.Copy(PathOf(second.Name), path, overwrite: true);
        await Assert.ThrowsAsync<FileDamagedException>(() => Vault.OpenAsync(first, TestContext.Current.CancellationToken));
        File.Delete(path);
        await Assert.ThrowsAsync<FileDamagedException>(() => Vault.OpenAsync(first, TestContext.Current.CancellationToken));
        Assert.NotNull(await ReadAsync(second));
    }

    [Fact]
    public async Task What_is_too_long_or_breaks_off_leaves_nothing_behind()
    {
        Assert.Null(await Vault.TakeAsync(new MemoryStream(new byte[1001]), 1000, 16, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => Vault.TakeAsync(new BrokenStream(), 1000, 16, TestContext.Current.CancellationToken));

        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Without_its_key_a_file_is_erased_wherever_copies_of_it_lie()
    {
        var kept = await KeepAsync([1, 2, 3]);

        await Assert.ThrowsAsync<FileDamagedException>(
            () => Vault.OpenAsync(kept with { Key = kept.Key! with { Bytes = new byte[kept.Key.Bytes.Length] } }, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static KeyRing RingOf(string name) => new(new EncryptionOptions
    {
        Current = name,
        Keys = { [name] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) },
    });

    private async Task<Vault.Kept> KeepAsync(byte[] bytes) =>
        Vault.Keep((await Vault.TakeAsync(new MemoryStream(bytes), bytes.Length, 16, TestContext.Current.CancellationToken))!, owner);

    private async Task<byte[]> ReadAsync(Vault.Kept kept)
    {
        await using var stream = await Vault.OpenAsync(kept, TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private string PathOf(string name) => Path.Combine(folder, name[..2], name);

    private string Only() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Single();

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The line is gone.");
    }
}
