using System.Text.Json;

namespace PosCases.DeskBench;

/// <summary>A command through the API against a bare transaction with the same writes; and twenty writers at once.</summary>
internal static class Commands
{
    private const int Warm = 40;
    private const int Clients = 8;
    private const int Writers = 20;
    private const string NoteBody = """{"text":"已致电收单机构，对方称三个工作日内答复。"}""";

    /// <summary>A case that the bench filed.</summary>
    private sealed record Filed(string Number, Guid Id);

    /// <summary>Measures create, note and transition, one after the other and by eight clients.</summary>
    public static async Task MeasureAsync(Server server, string cases, int times)
    {
        using var api = await Api.OfAsync(server, "li");
        var filing = await FilingAsync(server);
        var each = Math.Max(2, times / 4);
        var first = await FileAsync(api, filing, "create");
        List<Filed> filed = [];
        async Task CreateAsync(int i)
        {
            var made = await FileAsync(api, filing);
            lock (filed)
            {
                filed.Add(made);
            }
        }

        // Cases that were written bare: what is done to a case bare is done to these, once each.
        List<Guid> bare = [];
        async Task CreateBareAsync(int i)
        {
            var id = Guid.NewGuid();
            await api.BareAsync("create", first.Id, id);
            lock (bare)
            {
                bare.Add(id);
            }
        }

        await ShowAsync(cases, "create", times, each, CreateBareAsync, CreateAsync);
        await api.DoAsync($"/cases/{first.Number}/notes", NoteBody, record: "note");
        await ShowAsync(cases, "note", times, each,
            i => api.BareAsync("note", first.Id, bare[i % bare.Count]),
            i => api.DoAsync($"/cases/{filed[i % filed.Count].Number}/notes", NoteBody));
        await api.DoAsync($"/cases/{first.Number}/actions/start-verification", null, await api.VersionAsync(first.Number), "transition");
        await StartAllAsync("transition", isBrief: false);
        var count = filed.Count;
        filed.Clear();
        bare.Clear();
        for (var i = 0; i < count; i++)
        {
            await CreateAsync(i);
            await CreateBareAsync(i);
        }

        await StartAllAsync("transition, brief", isBrief: true);
        async Task StartAllAsync(string what, bool isBrief)
        {
            List<(Filed Case, string Version)> waiting = [];
            foreach (var made in filed)
            {
                waiting.Add((made, await api.VersionAsync(made.Number)));
            }

            var (next, nextBare) = (-1, -1);
            await ShowAsync(cases, what, times, each,
                _ => api.BareAsync("transition", first.Id, bare[Interlocked.Increment(ref nextBare)]),
                _ => StartAsync(waiting[Interlocked.Increment(ref next)], isBrief));
        }

        Task StartAsync((Filed Case, string Version) turn, bool isBrief) =>
            api.DoAsync($"/cases/{turn.Case.Number}/actions/start-verification", null, turn.Version, isBrief: isBrief);
        foreach (var name in (IEnumerable<string>)(Environment.GetEnvironmentVariable("BENCH_SQL") is { Length: > 0 } ? ["create", "note", "transition"] : []))
        {
            await Console.Error.WriteLineAsync($"{name}: {await server.RecordedAsync(name)}");
        }
    }

    /// <summary>Twenty programs that write at the same time: two notes and a new case in turn.</summary>
    public static async Task MeasureWritersAsync(Server server, string cases, int each)
    {
        using var api = await Api.OfAsync(server, "li");
        var filing = await FilingAsync(server);
        var first = await FileAsync(api, filing);
        await Times.OfAsync(4, 10, async _ => await FileAsync(api, filing));
        var refused = 0;
        var times = await Times.OfAsync(Writers, each, async i =>
        {
            var (status, body) = i % 3 == 0 ? await api.SendAsync("/cases", filing) : await api.SendAsync($"/cases/{first.Number}/notes", NoteBody);
            if (status is < 200 or >= 300 && Interlocked.Increment(ref refused) < 4)
            {
                await Console.Error.WriteLineAsync($"{status} {body}");
            }
        });
        Console.WriteLine($"| {cases} | {Writers} writers, {Writers * each} commands | {refused} failed | p50 {times.Median:0.0} | p99 {times.P99:0.0} | {times.P99 / times.Median:0.0} |");
    }

    private static async Task ShowAsync(string cases, string what, int times, int each, Func<int, Task> bare, Func<int, Task> command)
    {
        await Times.OfAsync(1, Warm, command);
        await Times.OfAsync(1, Warm, bare);
        var (floor, one) = (await Times.OfAsync(1, times, bare), await Times.OfAsync(1, times, command));
        var (floor8, eight) = (await Times.OfAsync(Clients, each, bare), await Times.OfAsync(Clients, each, command));
        Console.WriteLine(
            $"| {cases} | {what} | {floor.Median:0.0} | {one.Median:0.0} | {one.P95:0.0} | {one.Median / floor.Median:0.0} | {floor8.Median:0.0} | {eight.Median:0.0} | {eight.Median / floor8.Median:0.0} |");
    }

    private static async Task<Filed> FileAsync(Api api, string filing, string? record = null)
    {
        var answer = await api.DoAsync("/cases", filing, record: record);
        return new Filed(answer.GetProperty("number").GetString()!, answer.GetProperty("id").GetGuid());
    }

    private static async Task<string> FilingAsync(Server server) => JsonSerializer.Serialize(new
    {
        merchant = (await server.AskAsync("SELECT Id FROM Merchants LIMIT 1 OFFSET 3")).ToLowerInvariant(),
        toldBy = "noNotice",
        measure = "unknown",
        imposedBy = "unknown",
        reason = "noReason",
        amount = 12800.50m,
        since = "2026-11-02",
        accountTail = "0042",
    });
}
