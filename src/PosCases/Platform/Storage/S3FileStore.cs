using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace PosCases.Platform.Storage;

/// <summary>Settings of the section <c>Storage</c>: an object store that speaks S3. Without a bucket files lie on the local disk.</summary>
public sealed class StorageOptions
{
    /// <summary>Bucket; must exist.</summary>
    public string? Bucket { get; set; }

    /// <summary>Address of the service, e.g. <c>https://oss.example</c>; none for Amazon's own.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Region of the bucket.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>What stands before every name.</summary>
    public string Prefix { get; set; } = "evidence/";

    /// <summary>Access key; with none the machine's own credentials are used.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Secret to the access key.</summary>
    public string? SecretKey { get; set; }
}

/// <summary>
/// Keeps files in an object store that speaks S3. A file that fits into one part is put whole; a longer one goes in parts and exists only once it is
/// complete, so that a crash leaves nothing half. What lies there is encrypted as on the disk.
/// </summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private readonly StorageOptions options;
    private readonly AmazonS3Client client;

    /// <summary>Takes the settings.</summary>
    public S3FileStore(StorageOptions options)
    {
        this.options = options;
        var config = new AmazonS3Config
        {
            ForcePathStyle = true,
            AuthenticationRegion = options.Region,
            // Stores that speak S3 but are not Amazon's refuse checksums they do not know; our own hash and tags find every change.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl is { Length: > 0 } url)
        {
            config.ServiceURL = url;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        client = options.AccessKey is { Length: > 0 } access
            ? new AmazonS3Client(new BasicAWSCredentials(access, options.SecretKey), config)
            : new AmazonS3Client(config);
    }

    /// <inheritdoc/>
    public Stream Create(string key) => new S3WritingStream(client, options.Bucket!, NameOf(key));

    /// <inheritdoc/>
    public async Task SettleAsync(Stream written, CancellationToken ct)
    {
        try
        {
            await ((S3WritingStream)written).CompleteAsync(ct);
        }
        catch (AmazonS3Exception refused)
        {
            throw new IOException("The object store did not keep the file.", refused);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string key, CancellationToken ct)
    {
        try
        {
            var found = await client.GetObjectMetadataAsync(options.Bucket, NameOf(key), ct);
            return new S3ReadingStream(client, options.Bucket!, NameOf(key), found.ContentLength);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("There is no such object.", missing);
        }
    }

    /// <inheritdoc/>
    public void Discard(string key) => client.DeleteObjectAsync(options.Bucket, NameOf(key)).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> NamesBeforeAsync(DateTimeOffset moment, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, ct);
            foreach (var found in page.S3Objects ?? [])
            {
                var name = found.Key[options.Prefix.Length..];
                if (found.LastModified?.ToUniversalTime() < moment.UtcDateTime && IFileStore.IsKey(name))
                {
                    yield return name;
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private string NameOf(string key) => IFileStore.IsKey(key) ? options.Prefix + key : throw new ArgumentException("Not a storage key.", nameof(key));
}
