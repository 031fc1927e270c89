using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests.Platform.Storage;

/// <summary>What every store must do; the vault relies on it.</summary>
public abstract class FileStoreContract
{
    protected abstract IFileStore Store { get; }

    [Theory]
    [InlineData(1)]
    [InlineData(300_001)]
    [InlineData(5 * 1024 * 1024)]
    [InlineData(11_000_000)]
    public async Task What_was_settled_is_read_back_byte_by_byte(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var key = await KeepAsync(bytes);

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task It_is_read_from_any_position()
    {
        var bytes = RandomNumberGenerator.GetBytes(400_000);
        await using var file = await Store.OpenAsync(await KeepAsync(bytes), TestContext.Current.CancellationToken);
        Assert.Equal(bytes.Length, file.Length);

        foreach (var place in new[] { 399_990, 0, 200_000, 100_000 })
        {
            file.Position = place;
            var read = new byte[10];
            await file.ReadExactlyAsync(read, TestContext.Current.CancellationToken);
            Assert.Equal(bytes[place..(place + 10)], read);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_told_from_what_cannot_be_read()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(IFileStore.NewKey(), TestContext.Current.CancellationToken));
        Store.Discard(IFileStore.NewKey());
    }

    [Fact]
    public async Task What_was_not_settled_can_be_thrown_away_and_is_not_there()
    {
        var key = IFileStore.NewKey();
        await using (var file = Store.Create(key))
        {
            await file.WriteAsync(new byte[6_000_000], TestContext.Current.CancellationToken);
        }

        Store.Discard(key);

        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_thrown_away_is_gone_and_the_others_stay()
    {
        var (one, other) = (await KeepAsync([1]), await KeepAsync([2]));

        Store.Discard(one);

        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(one, TestContext.Current.CancellationToken));
        Assert.Equal([2], await ReadAsync(other));
    }

    [Fact]
    public async Task Old_files_are_listed_and_young_ones_are_not()
    {
        var keys = new[] { await KeepAsync([1]), await KeepAsync([2]) };

        Assert.Empty(await NamesAsync(TimeProvider.System.GetUtcNow().AddHours(-1)));
        Assert.Equal(keys.Order(StringComparer.Ordinal), (await NamesAsync(TimeProvider.System.GetUtcNow().AddHours(1))).Intersect(keys, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcde/")]
    public async Task A_name_of_another_shape_is_no_name(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => Store.Create(key));
        Assert.Throws<ArgumentException>(() => Store.Discard(key));
    }

    [Fact]
    public async Task A_vault_works_on_it()
    {
        var vault = new Vault(Store, new KeyRing(PosCases.TestSupport.TestKeys.Options));
        var (bytes, owner) = (RandomNumberGenerator.GetBytes(200_000), Guid.NewGuid());

        var taken = (await vault.TakeAsync(new MemoryStream(bytes), bytes.Length, 16, TestContext.Current.CancellationToken))!;
        await using var content = await vault.OpenAsync(vault.Keep(taken, owner), TestContext.Current.CancellationToken);

        using var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(bytes, read.ToArray());
    }

    protected async Task<string> KeepAsync(byte[] bytes)
    {
        var key = IFileStore.NewKey();
        await using var file = Store.Create(key);
        // In uneven pieces, as the vault writes.
        for (var at = 0; at < bytes.Length; at += 65_552)
        {
            await file.WriteAsync(bytes.AsMemory(at, Math.Min(65_552, bytes.Length - at)), TestContext.Current.CancellationToken);
        }

        await Store.SettleAsync(file, TestContext.Current.CancellationToken);
        return key;
    }

    private async Task<byte[]> ReadAsync(string key)
    {
        await using var file = await Store.OpenAsync(key, TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        await file.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private async Task<IReadOnlyList<string>> NamesAsync(DateTimeOffset moment)
    {
        List<string> names = [];
        await foreach (var name in Store.NamesBeforeAsync(moment, TestContext.Current.CancellationToken))
        {
            names.Add(name);
        }

        return names;
    }
}

public sealed class LocalFileStoreTests : FileStoreContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("poscases-files-").FullName;

    protected override IFileStore Store => new FileStore(new FileStoreOptions { Folder = folder });

    [Fact]
    public async Task Nothing_is_ever_overwritten()
    {
        var key = await KeepAsync([1]);

        Assert.Throws<IOException>(() => Store.Create(key));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>Against s3rver, a small server that speaks S3, as a process of its own.</summary>
public sealed class S3FileStoreTests(S3FileStoreTests.Server server) : FileStoreContract, IClassFixture<S3FileStoreTests.Server>, IDisposable
{
    private readonly S3FileStore store = new(server.Options);

    protected override IFileStore Store => store;

    public void Dispose() => store.Dispose();

    public sealed class Server : IAsyncLifetime
    {
        private const string Bucket = "papers";

        private readonly string folder = Directory.CreateTempSubdirectory("poscases-s3-").FullName;
        private readonly int port = FreePort();
        private Process? process;

        public StorageOptions Options => new()
        {
            Bucket = Bucket,
            ServiceUrl = $"http://127.0.0.1:{port}",
            AccessKey = "S3RVER",
            SecretKey = "S3RVER",
        };

        public async ValueTask InitializeAsync()
        {
            // Brought by the build of the client, beside the browser's libraries.
            var program = Path.Combine(Root(), "src/PosCases.Web/client/node_modules/s3rver/bin/s3rver.js");
            process = Process.Start(new ProcessStartInfo("node", [program, "-d", folder, "-a", "127.0.0.1", "-p", $"{port}", "--silent", "--configure-bucket", Bucket])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var client = new AmazonS3Client(
                new BasicAWSCredentials("S3RVER", "S3RVER"), new AmazonS3Config { ServiceURL = Options.ServiceUrl, ForcePathStyle = true, MaxErrorRetry = 0, Timeout = TimeSpan.FromSeconds(2) });
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await client.ListBucketsAsync();
                    return;
                }
                catch (Exception early) when (early is AmazonServiceException or HttpRequestException or AmazonClientException && tries < 100)
                {
                    await Task.Delay(200);
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            process!.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../.."));
    }
}
