using System.Globalization;
using System.Net;
using PosCases.DeskBench.Live;

namespace PosCases.DeskBench;

/// <summary>Live connections: how much memory each holds, how many there can be, how soon an event is drawn.</summary>
internal static class Circuits
{
    private const int Step = 250;
    private const int Active = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Prints a row for each figure.</summary>
    public static async Task MeasureAsync(Server server)
    {
        var most = int.TryParse(Environment.GetEnvironmentVariable("BENCH_CIRCUITS"), CultureInfo.InvariantCulture, out var given) ? given : 2000;
        CookieContainer cookies = new();
        using var li = await server.SignInAsync("li", cookies);
        List<Circuit> open = [];
        try
        {
            await OpenAsync(server, li, cookies, open, 50);
            List<(int Count, long Heap)> points = [(open.Count, await server.HeapAsync())];
            while (open.Count < most)
            {
                await OpenAsync(server, li, cookies, open, Math.Min(Step, most - open.Count));
                points.Add((open.Count, await server.HeapAsync()));
                await Console.Error.WriteLineAsync($"{points[^1].Count} circuits, heap {points[^1].Heap / 1048576.0:0.0} MB, RSS {server.Memory("Rss"):0} MB");
                if (open.Exists(circuit => circuit.Failure is not null))
                {
                    break;
                }
            }

            var first = points.Where(point => point.Count <= 1050).ToList();
            Console.WriteLine($"| managed heap for each circuit, slope to {first[^1].Count} | {Slope(first) / 1024:0} KB |");
            Console.WriteLine($"| the same, to {points[^1].Count} | {Slope(points) / 1024:0} KB |");
            Console.WriteLine($"| {open.Count} circuits | {open.Count(circuit => circuit.Failure is not null)} failed; heap {points[^1].Heap / 1048576} MB, RSS {server.Memory("Rss"):0} MB |");
            foreach (var failure in open.Select(circuit => circuit.Failure).OfType<string>().CountBy(said => said).Take(5))
            {
                Console.WriteLine($"| failure | {failure.Value} × {failure.Key} |");
            }

            await TickAsync([.. open.Where(circuit => circuit.Failure is null && circuit.Ticks > 0).Take(Active)]);
        }
        finally
        {
            await Task.WhenAll(open.Select(circuit => circuit.DisposeAsync().AsTask()));
        }
    }

    private static async Task OpenAsync(Server server, HttpClient li, CookieContainer cookies, List<Circuit> open, int count)
    {
        for (var done = 0; done < count; done += 5)
        {
            open.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(5, count - done)).Select(_ => Circuit.OpenAsync(server.Address, "/desk?view=all", cookies, li))));
        }
    }

    private static async Task TickAsync(IReadOnlyList<Circuit> active)
    {
        if (active.Count == 0)
        {
            return;
        }

        List<double> all = [];
        var late = 0;
        await Task.WhenAll(active.Select((circuit, i) => Task.Run(async () =>
        {
            // Not all in the same moment: each begins somewhere in the pause.
            await Task.Delay(Pause * i / active.Count);
            for (var n = 0; n < 10; n++)
            {
                try
                {
                    var took = await circuit.TickAsync(1 + (n / 2), n % 2 == 0);
                    lock (all)
                    {
                        all.Add(took.TotalMilliseconds);
                    }
                }
                catch (TimeoutException)
                {
                    Interlocked.Increment(ref late);
                }

                await Task.Delay(Pause);
            }
        })));
        Times times = new([.. all.Order()]);
        Console.WriteLine($"| event to render, {active.Count} active of all, one event each {Pause.TotalSeconds:0} s ({all.Count} events, {late} without an answer) | median {times.Median:0.0} ms, p95 {times.P95:0.0} ms, p99 {times.P99:0.0} ms |");
    }

    private static double Slope(IReadOnlyList<(int Count, long Heap)> points)
    {
        var (x, y) = (points.Average(point => point.Count), points.Average(point => (double)point.Heap));
        return points.Sum(point => (point.Count - x) * (point.Heap - y)) / points.Sum(point => (point.Count - x) * (point.Count - x));
    }
}
