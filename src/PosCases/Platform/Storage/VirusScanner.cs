using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace PosCases.Platform.Storage;

/// <summary>Settings of the section <c>Scanner</c>: a ClamAV daemon that listens on TCP.</summary>
public sealed class ScannerOptions
{
    /// <summary>Host of clamd; none when no scanner is set up.</summary>
    public string? Host { get; set; }

    /// <summary>Port of clamd.</summary>
    public int Port { get; set; } = 3310;

    /// <summary>How long one file may take, in seconds.</summary>
    public int Seconds { get; set; } = 60;
}

/// <summary>
/// Hands files to a ClamAV daemon (command INSTREAM: chunks of a length in four bytes, big-endian, ended by a length of zero). Whatever is not
/// a clear answer counts as no answer: a scanner that is away or overloaded makes no file clean. clamd's <c>StreamMaxLength</c> must be at least
/// the largest file that is taken in.
/// </summary>
public sealed partial class VirusScanner(ScannerOptions options, ILogger<VirusScanner> log)
{
    private const int ChunkLength = 64 * 1024;
    private const int LongestAnswer = 4096;

    /// <summary>Whether a scanner is set up.</summary>
    public bool IsThere => options.Host is { Length: > 0 };

    /// <summary>Has a file looked at.</summary>
    /// <param name="content">The original bytes.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Clean or infected when the scanner said so, else waiting; not scanned when none is set up.</returns>
    public async Task<Scanned> ScanAsync(Stream content, CancellationToken ct)
    {
        if (options.Host is not { Length: > 0 } host)
        {
            return Scanned.Not;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, options.Port, limit.Token);
            await using var line = client.GetStream();
            await SendAsync(line, content, limit.Token);
            return Understand(await AnswerAsync(line, limit.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException and not FileDamagedException
                                        || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            NoAnswer(failure.Message);
            return new(FileScan.Waiting, null);
        }
    }

    private static async Task SendAsync(NetworkStream line, Stream content, CancellationToken ct)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[4 + ChunkLength];
        int read;
        while ((read = await content.ReadAtLeastAsync(chunk.AsMemory(4), ChunkLength, throwOnEndOfStream: false, ct)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await line.WriteAsync(chunk.AsMemory(0, 4 + read), ct);
        }

        await line.WriteAsync(new byte[4], ct);
    }

    private static async Task<string> AnswerAsync(NetworkStream line, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var length = await line.ReadAtLeastAsync(answer, LongestAnswer, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\r', '\n');
    }

    // "stream: OK", "stream: NAME FOUND", or anything else.
    private Scanned Understand(string answer)
    {
        const string Prefix = "stream: ";
        if (answer == Prefix + "OK")
        {
            return new(FileScan.Clean, null);
        }

        if (answer.StartsWith(Prefix, StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var name = answer[Prefix.Length..^" FOUND".Length];
            return new(FileScan.Infected, name.Length > 200 ? name[..200] : name);
        }

        NoAnswer(answer);
        return new(FileScan.Waiting, null);
    }

    [LoggerMessage(40, LogLevel.Warning, "The virus scanner gave no clear answer: {Answer}")]
    private partial void NoAnswer(string answer);
}
