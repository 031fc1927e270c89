using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PosCases.IntegrationTests.People;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>The app as a process of its own, which stops at a pause point and is killed there.</summary>
internal sealed class KillableApp(string folder) : IDisposable
{
    private readonly int port = FreePort();
    private Process? process;
    private TaskCompletionSource paused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Uri Address => new($"http://127.0.0.1:{port}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts it, to stop at that pause point, and waits until it serves.</summary>
    public async Task StartAsync(string stopAt)
    {
        var assembly = typeof(Program).Assembly.Location;
        ProcessStartInfo start = new("dotnet", [assembly, $"--urls={Address}"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demo__Seed"] = "false";
        start.Environment["Data__Folder"] = folder;
        start.Environment["PausePoints__StopAt"] = stopAt;
        paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains($"Paused at {stopAt}", StringComparison.Ordinal) == true)
            {
                paused.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>Waits until it stands at its pause point, then kills it: no buffer is flushed, nothing of it runs any more.</summary>
    public async Task KillAtPauseAsync()
    {
        await paused.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Kill();
    }

    /// <summary>Kills it.</summary>
    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>A visitor who signed in.</summary>
    public async Task<Visitor> VisitAsync(string person)
    {
        Visitor visitor = new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address });
        await visitor.SignInAsync($"{person}@demo.example", TestSupport.TestHost.Password);
        return visitor;
    }

    /// <inheritdoc/>
    public void Dispose() => Kill();

    private async Task ReadyAsync()
    {
        using HttpClient http = new();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/health/ready"), Ct)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, Ct);
        }

        throw new TimeoutException("The app did not become ready within a minute.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
