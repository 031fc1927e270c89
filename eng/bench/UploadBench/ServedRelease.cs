using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PosCases.UploadBench;

/// <summary>The built app as a process on a port of this machine, with a data folder of its own and the demo's cases.</summary>
internal sealed class ServedRelease : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("poscases-bench-").FullName;
    private readonly string assembly;
    private Process? process;

    public ServedRelease()
    {
        var root = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(root, "PosCases.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it within the repository.");
        }

        assembly = Path.Combine(root, "src", "PosCases.Web", "bin", "Release", "net10.0", "PosCases.Web.dll");
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A folder on the disk on which the papers are kept.</summary>
    public string Folder => data;

    private string HeapFile => Path.Combine(data, "heap.txt");

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task StartAsync()
    {
        using (var seeding = Launch("seed", "demo"))
        {
            await seeding.WaitForExitAsync();
        }

        process = Launch($"--urls={Address}");
        using HttpClient http = new();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The app did not become ready.");
    }

    /// <summary>Its memory now.</summary>
    public Memory Measure() => new(
        Megabytes("VmRSS:"), Megabytes("RssAnon:"), double.TryParse(ReadHeap(), CultureInfo.InvariantCulture, out var heap) ? heap / (1024 * 1024) : 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private double Megabytes(string row) => System.IO.File.ReadLines($"/proc/{process!.Id}/status")
        .Where(l => l.StartsWith(row, StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
        .Single();

    private string ReadHeap()
    {
        try
        {
            return System.IO.File.ReadAllText(HeapFile);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private Process Launch(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [assembly, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(assembly), UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Demo__Seed"] = "false";
        start.Environment["Data__Folder"] = data;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServedRelease).Assembly.Location;
        start.Environment[StartupHook.File] = HeapFile;
        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, _) => { };
        launched.BeginOutputReadLine();
        return launched;
    }

    /// <summary>Memory in MB.</summary>
    /// <param name="WorkingSet">All that is in memory, files that are mapped included.</param>
    /// <param name="Own">What is the process's own.</param>
    /// <param name="Heap">Its managed heap.</param>
    internal sealed record Memory(double WorkingSet, double Own, double Heap);
}
