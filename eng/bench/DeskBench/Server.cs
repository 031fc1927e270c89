using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace PosCases.DeskBench;

/// <summary>The published app as a process on a port of this machine.</summary>
internal sealed partial class Server : IDisposable
{
    private readonly Process process;
    private readonly Stopwatch since = Stopwatch.StartNew();

    private Server(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the first page, signed out.</summary>
    public TimeSpan UntilFirstPage { get; private set; }

    /// <summary>Starts it on a data folder.</summary>
    /// <param name="app">Folder of the published app.</param>
    /// <param name="data">Data folder, migrated.</param>
    /// <param name="bare">Without the endpoints of the bench, as users run it.</param>
    public static async Task<Server> StartAsync(string app, string data, bool bare = false)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        Server server = new(Launch(app, data, bare, $"--urls={address}"), address);
        using HttpClient http = new() { BaseAddress = address };
        while (true)
        {
            try
            {
                using var page = await http.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
                if (page.IsSuccessStatusCode)
                {
                    server.UntilFirstPage = server.since.Elapsed;
                    return server;
                }
            }
            catch (HttpRequestException) when (server.since.Elapsed < TimeSpan.FromMinutes(5))
            {
                // Not listening yet.
            }

            if (server.process.HasExited)
            {
                throw new InvalidOperationException($"The app ended with {server.process.ExitCode}; is {data} migrated?");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Runs a verb of the app to its end.</summary>
    public static async Task RunAsync(string app, string data, params string[] verb)
    {
        using var running = Launch(app, data, bare: true, verb);
        await running.WaitForExitAsync();
        if (running.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {running.ExitCode}.");
        }
    }

    /// <summary>A line of its memory map summed up (<c>Rss</c>, <c>Pss</c>, <c>Private_Dirty</c> …), in MB.</summary>
    public double Memory(string line) => File.ReadLines($"/proc/{process.Id}/smaps_rollup")
        .Where(said => said.StartsWith($"{line}:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <summary>A signed-in session.</summary>
    public async Task<HttpClient> SignInAsync(string name, CookieContainer? cookies = null)
    {
        HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new(), MaxConnectionsPerServer = 64 }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        var page = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using FormUrlEncodedContent form = new(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", Token().Match(page).Groups["token"].Value),
            new("Input.UserName", $"{name}@demo.example"), new("Input.Password", "demo-world-1"),
        ]);
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Found ? client : throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>One value from the database, in words.</summary>
    public async Task<string> AskAsync(string sql)
    {
        using HttpClient http = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        using StringContent body = new(sql);
        using var answer = await http.PostAsync(new Uri("/bench/sql", UriKind.Relative), body);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>The statements recorded under a name, as JSON.</summary>
    public async Task<string> RecordedAsync(string name)
    {
        using HttpClient http = new() { BaseAddress = Address };
        return await http.GetStringAsync(new Uri($"/bench/recorded/{name}", UriKind.Relative));
    }

    /// <summary>Bytes of managed heap after a forced full collection.</summary>
    public async Task<long> HeapAsync()
    {
        using HttpClient http = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        return long.Parse(await http.GetStringAsync(new Uri("/bench/heap", UriKind.Relative)), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Launch(string app, string data, bool bare, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(app, "PosCases.Web.dll"), .. arguments]) { WorkingDirectory = app, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Demo__Seed"] = "false";
        start.Environment["Api__RequestsPerMinute"] = "10000000";
        start.Environment["Data__Folder"] = data;
        if (!bare)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Server).Assembly.Location;
            start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(Server).Assembly.GetName().Name;
        }

        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
            {
                Console.Error.WriteLine(said);
            }
        };
        launched.BeginOutputReadLine();
        return launched;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
