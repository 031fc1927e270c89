namespace PosCases.DeskBench;

/// <summary>Pages of the desk against the floor of their own SQL.</summary>
internal static class Pages
{
    private const int Warm = 60;
    private const int WarmAtFirst = 200;
    private const int Clients = 8;

    // Words of the busy world, Chinese and a number; each asked in turn.
    private static readonly string[] Words = ["停业", "星河支付", "示范市", "延迟结算", "明视眼镜店", "DOC-1", "FZ-2026-0001"];

    /// <summary>Prints a row for each page.</summary>
    public static async Task MeasureAsync(Server server, string cases, int times)
    {
        using var li = await server.SignInAsync("li");
        await li.GetStringAsync(new Uri("/desk", UriKind.Relative));
        while (await server.AskAsync("SELECT COALESCE(MAX(IsDone), 0) FROM SearchProgress") != "1")
        {
            await Task.Delay(1000);
        }

        var deep = await server.AskAsync("SELECT DueAt || '-' || Serial FROM Cases ORDER BY DueAt, Serial LIMIT 1 OFFSET (SELECT COUNT(*) * 6 / 10 FROM Cases)");
        var number = await LongCaseAsync(server);
        for (var i = 0; i < WarmAtFirst; i++)
        {
            await li.GetStringAsync(new Uri("/desk?view=all", UriKind.Relative));
        }

        Task ShowOneAsync(string what, Func<int, string> path) => ShowAsync(server, li, times, cases, what, path);
        await ShowOneAsync("worklist, first 50", _ => "/desk?view=all");
        await ShowOneAsync("worklist, unassigned", _ => "/desk");
        await ShowOneAsync("worklist, deep page", _ => $"/desk?view=all&after={deep}");
        await ShowOneAsync("worklist, most urgent first", _ => "/desk?view=all&sort=priority");
        await ShowOneAsync("worklist, words", i => $"/desk?view=all&q={Uri.EscapeDataString(Words[i % Words.Length])}");
        await ShowOneAsync("worklist, words in a stage", i => $"/desk?view=all&status=verification&q={Uri.EscapeDataString(Words[i % Words.Length])}");
        var institution = await server.AskAsync("SELECT InstitutionId FROM CaseParties LIMIT 1");
        await ShowOneAsync("worklist, an institution", _ => $"/desk?view=all&institution={institution}");
        await ShowOneAsync("worklist, an institution of no case", _ => $"/desk?view=all&institution={Guid.Empty}");
        await ShowOneAsync("search", i => $"/search?q={Uri.EscapeDataString(Words[i % Words.Length])}");
        await ShowOneAsync("case with 200 events", _ => $"/desk/cases/{number}");
    }

    // The case among the first that has the most to tell; its events are told again until there are 200.
    private static async Task<string> LongCaseAsync(Server server)
    {
        var id = await server.AskAsync("SELECT Id FROM Cases c WHERE Serial <= 500 AND Status <> 'Closed' ORDER BY (SELECT COUNT(*) FROM CaseEvents e WHERE e.CaseId = c.Id) DESC LIMIT 1");
        var columns = await server.AskAsync("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('CaseEvents') WHERE name <> 'Seq'");
        await server.AskAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO CaseEvents ({columns}) SELECT {columns} FROM CaseEvents JOIN n
            WHERE CaseId = '{id}' AND "From" IS NULL LIMIT max(0, 200 - (SELECT COUNT(*) FROM CaseEvents WHERE CaseId = '{id}'))
            """);
        return await server.AskAsync($"SELECT Number FROM Cases WHERE Id = '{id}'");
    }

    private static async Task ShowAsync(Server server, HttpClient client, int times, string cases, string what, Func<int, string> path)
    {
        async Task PageAsync(int i)
        {
            using var answer = await client.GetAsync(new Uri(path(i), UriKind.Relative));
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }

        for (var i = 0; i < Warm; i++)
        {
            await PageAsync(i);
        }

        var name = what.Replace(' ', '-');
        var kinds = Enumerable.Range(0, Words.Length).Select(path).Distinct().Count();
        for (var i = 0; i < kinds; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path(i));
            request.Headers.Add(Floor.RecordHeader, $"{name}-{i}");
            using var recorded = await client.SendAsync(request);
        }

        async Task FloorAsync(int i)
        {
            using var answer = await client.GetAsync(new Uri($"/bench/floor/{name}-{i % kinds}", UriKind.Relative));
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }

        await Times.OfAsync(1, Warm, FloorAsync);
        // In turns, so that whatever else the machine does meets both.
        var (floor, page) = (await Times.OfAsync(1, times, FloorAsync), await Times.OfAsync(1, times, PageAsync));
        var (floor8, page8) = (await Times.OfAsync(Clients, Math.Max(1, times / 4), FloorAsync), await Times.OfAsync(Clients, Math.Max(1, times / 4), PageAsync));
        Console.WriteLine(
            $"| {cases} | {what} | {floor.Median:0.0} | {page.Median:0.0} | {page.P95:0.0} | {page.Median / floor.Median:0.0} | {floor8.Median:0.0} | {page8.Median:0.0} | {page8.Median / floor8.Median:0.0} |");
        if (Environment.GetEnvironmentVariable("BENCH_SQL") is { Length: > 0 } && await server.RecordedAsync($"{name}-0") is { } sql)
        {
            await Console.Error.WriteLineAsync($"{what}: {sql}");
        }
    }
}
