using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>With a real clamd and one signature of our own, because no signatures can be downloaded here.</summary>
public sealed class ClamdTests : IAsyncLifetime
{
    private const string Program = "/usr/sbin/clamd";
    private const string Absent = "clamd is not installed; Debian's package clamav-daemon brings it";

    // The test text of the antivirus makers, in two parts, so that this very file is not taken for infected.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly string folder = Directory.CreateTempSubdirectory("poscases-clamd-").FullName;
    private readonly int port = FreePort();
    private Process? clamd;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        // A signature of clamd's kind .hdb: MD5, size and name of the whole file.
#pragma warning disable CA5351 // clamd's signatures of whole files are MD5; nothing is protected by it here.
        var hash = Convert.ToHexStringLower(MD5.HashData(Eicar));
#pragma warning restore CA5351
        await File.WriteAllTextAsync(Path.Combine(folder, "own.hdb"), $"{hash}:{Eicar.Length}:Own.Eicar\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllLinesAsync(
            settings, [$"DatabaseDirectory {folder}", $"TCPSocket {port}", "TCPAddr 127.0.0.1", "Foreground yes", "StreamMaxLength 1M", $"LogFile {folder}/log", $"TemporaryDirectory {folder}"]);
        clamd = Process.Start(new ProcessStartInfo(Program, ["-c", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        for (var tries = 0; tries < 300 && !await AnswersAsync(); tries++)
        {
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task A_real_clamd_tells_clean_from_infected_and_refuses_what_is_too_long_for_it()
    {
        Assert.SkipUnless(clamd is not null, Absent);

        Assert.Equal(new Scanned(FileScan.Clean, null), await ScanAsync("nothing bad"u8.ToArray()));
        Assert.Equal(FileScan.Infected, (await ScanAsync(Eicar)).State);
        Assert.StartsWith("Own.Eicar", (await ScanAsync(Eicar)).Finding, StringComparison.Ordinal);
        Assert.Equal(FileScan.Clean, (await ScanAsync(new byte[500_000])).State);
        Assert.Equal(FileScan.Waiting, (await ScanAsync(new byte[3_000_000])).State);
    }

    [Fact]
    public async Task A_scanner_that_is_away_makes_nothing_clean() =>
        Assert.Equal(new Scanned(FileScan.Waiting, null), await ScanAsync([1], FreePort()));

    public async ValueTask DisposeAsync()
    {
        if (clamd is not null)
        {
            clamd.Kill(entireProcessTree: true);
            await clamd.WaitForExitAsync();
            clamd.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        if (clamd!.HasExited)
        {
            var last = await clamd.StandardError.ReadToEndAsync();
            throw new InvalidOperationException("clamd ended: " + last);
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Task<Scanned> ScanAsync(byte[] content, int? at = null) =>
        new VirusScanner(new ScannerOptions { Host = "127.0.0.1", Port = at ?? port }, NullLogger<VirusScanner>.Instance)
            .ScanAsync(new MemoryStream(content), TestContext.Current.CancellationToken);
}
