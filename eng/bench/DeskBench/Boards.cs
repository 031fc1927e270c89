using System.Diagnostics;

namespace PosCases.DeskBench;

/// <summary>The boards of figures: opened for the first time in a process, and once more.</summary>
internal static class Boards
{
    private static readonly string[] Paths =
        ["/insight", "/insight/flow", "/insight/clocks", "/insight/outcomes", "/insight/money", "/insight/causes", "/insight/institutions", "/insight/playbooks", "/desk/load"];

    /// <summary>Prints a row for each board.</summary>
    public static async Task MeasureAsync(Server server, string cases)
    {
        using var zhao = await server.SignInAsync("zhao");
        await zhao.GetStringAsync(new Uri("/desk", UriKind.Relative));
        foreach (var path in Paths)
        {
            Console.WriteLine($"| {cases} | {path} | {await OpenAsync(zhao, path)} | {await OpenAsync(zhao, path)} |");
        }
    }

    private static async Task<string> OpenAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}" : $"{(int)answer.StatusCode}";
    }
}
