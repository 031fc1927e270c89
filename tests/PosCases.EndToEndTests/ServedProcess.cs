using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PosCases.EndToEndTests;

/// <summary>The app as a process of its own, which can be killed and started again on the same data and port.</summary>
public sealed class ServedProcess : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("poscases-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Starts it and waits until it is ready; the first time it makes its people.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        if (process is null)
        {
            using var seeding = Launch("seed", "empty");
            await seeding.WaitForExitAsync(ct);
            Assert.Equal(0, seeding.ExitCode);
        }

        process = Launch($"--urls={Address}");
        using var http = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/health/ready"), ct)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, ct);
        }

        throw new TimeoutException("The app did not become ready within a minute.");
    }

    /// <summary>Kills it, as a crash would.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        process!.Kill();
        await process.WaitForExitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private Process Launch(params string[] arguments)
    {
        var assembly = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demo__Seed"] = "false";
        start.Environment["Data__Folder"] = data;
        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, _) => { };
        launched.ErrorDataReceived += (_, _) => { };
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
