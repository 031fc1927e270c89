using Amazon.S3;
using Amazon.S3.Model;

namespace PosCases.Platform.Storage;

/// <summary>Collects parts and sends them; the object exists once it is completed.</summary>
internal sealed class S3WritingStream(IAmazonS3 client, string bucket, string key) : Stream
{
    // The smallest part that S3 allows but for the last one.
    private const int PartLength = 5 * 1024 * 1024;

    private readonly List<PartETag> parts = [];
    private readonly MemoryStream part = new();
    private string? upload;
    private bool isComplete;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (part.Length == PartLength)
            {
                await SendPartAsync(cancellationToken);
            }

            var taken = (int)Math.Min(buffer.Length, PartLength - part.Length);
            part.Write(buffer.Span[..taken]);
            buffer = buffer[taken..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Sends what is left and makes the object.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        if (upload is null)
        {
            part.Position = 0;
            await client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = key, InputStream = part, AutoCloseStream = false, UseChunkEncoding = false }, ct);
        }
        else
        {
            await SendPartAsync(ct);
            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload, PartETags = parts }, ct);
        }

        isComplete = true;
    }

    public override void Flush()
    {
        // Parts go when they are full.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask DisposeAsync()
    {
        if (!isComplete && upload is not null)
        {
            try
            {
                // Parts without an object would be paid for and never seen.
                await client.AbortMultipartUploadAsync(bucket, key, upload);
            }
            catch (AmazonS3Exception)
            {
                // Not every store takes it; a lifecycle rule of the bucket removes what is left (docs/operations.md).
            }
        }

        await part.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task SendPartAsync(CancellationToken ct)
    {
        upload ??= (await client.InitiateMultipartUploadAsync(bucket, key, ct)).UploadId;
        part.Position = 0;
        var sent = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = upload,
                PartNumber = parts.Count + 1,
                InputStream = part,
                PartSize = part.Length,
                UseChunkEncoding = false,
            },
            ct);
        parts.Add(new PartETag(parts.Count + 1, sent.ETag));
        part.SetLength(0);
    }
}

/// <summary>Reads an object from wherever one goes, by asking for the bytes from there on.</summary>
internal sealed class S3ReadingStream(IAmazonS3 client, string bucket, string key, long length) : Stream
{
    private GetObjectResponse? open;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            if (value != position)
            {
                Close(value);
            }
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            open ??= await client.GetObjectAsync(
                new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = position > 0 ? new ByteRange(position, length - 1) : null }, cancellationToken);
            var read = await open.ResponseStream.ReadAsync(buffer, cancellationToken);
            position += read;
            return read;
        }
        catch (AmazonS3Exception gone)
        {
            throw new IOException("The object store does not answer with the file.", gone);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close(position);
        }

        base.Dispose(disposing);
    }

    private void Close(long next)
    {
        open?.Dispose();
        (open, position) = (null, next);
    }
}
