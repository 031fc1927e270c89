using System.Globalization;

namespace PosCases.DeskBench;

/// <summary>
/// Measures the desk over HTTP against the floor of the same process, on a small and on a large database, and prints tables for
/// docs/performance.md.
/// </summary>
internal static class Entry
{
    private static readonly string[] Parts = ["pages", "commands", "writers", "boards", "circuits", "start", "transfer"];

    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is not [var app, var wanted, .. var folders] || folders.Length == 0)
        {
            Console.Error.WriteLine($"usage: DeskBench APP PARTS DATA… (the published app; {string.Join(',', Parts)} or all; data folders from the smallest world to the largest)");
            return 2;
        }

        var times = int.TryParse(Environment.GetEnvironmentVariable("BENCH_TIMES"), CultureInfo.InvariantCulture, out var given) ? given : 200;
        var parts = wanted == "all" ? Parts : wanted.Split(',');
        if (parts.Except(Parts).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no part {unknown}.");
            return 2;
        }

        Console.WriteLine($"{Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; sequential {times} times, then 8 clients; milliseconds");
        var against = "| cases | what | floor median | median | p95 | ratio | with 8 clients: floor | median | ratio |\n|---|---|---|---|---|---|---|---|---|";
        await RunAsync(parts, "pages", against, app, folders, (server, cases) => Pages.MeasureAsync(server, cases, times));
        await RunAsync(parts, "boards", "| cases | board | first, ms | again, ms |\n|---|---|---|---|", app, folders, Boards.MeasureAsync);
        await RunAsync(parts, "commands", against, app, folders, (server, cases) => Commands.MeasureAsync(server, cases, times));
        await RunAsync(parts, "writers", "| cases | what | | | | p99 / p50 |\n|---|---|---|---|---|---|", app, folders, (server, cases) => Commands.MeasureWritersAsync(server, cases, Math.Max(5, times / 4)));
        await RunAsync(parts, "transfer", "| kind | files | KB over the wire, cold cache |\n|---|---|---|", app, folders[..1], (server, _) => Transfer.MeasureAsync(server));
        await RunAsync(parts, "circuits", "| what | result |\n|---|---|", app, folders[..1], (server, _) => Circuits.MeasureAsync(server));
        if (parts.Contains("start"))
        {
            Console.WriteLine("\n### start\n\n| data | start to first page, s (median of 5) | at rest after 30 s: RSS MB | PSS MB | private MB | anonymous MB |\n|---|---|---|---|---|---|");
            foreach (var folder in folders)
            {
                await Start.MeasureAsync(app, folder);
            }
        }

        return 0;
    }

    // Each part has a process of its own, so that none inherits another's heap or caches.
    private static async Task RunAsync(string[] parts, string part, string head, string app, IReadOnlyList<string> folders, Func<Server, string, Task> measureAsync)
    {
        if (!parts.Contains(part))
        {
            return;
        }

        Console.WriteLine($"\n### {part}\n\n{head}");
        foreach (var folder in folders)
        {
            using var server = await Server.StartAsync(app, folder);
            await measureAsync(server, await server.AskAsync("SELECT COUNT(*) FROM Cases"));
        }
    }
}
