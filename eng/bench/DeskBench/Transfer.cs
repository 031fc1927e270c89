using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PosCases.DeskBench;

/// <summary>What a browser fetches when it opens the worklist with nothing in its cache: Chromium counts the bytes on the wire.</summary>
internal static partial class Transfer
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(6);

    /// <summary>Prints a row for each kind of file.</summary>
    public static async Task MeasureAsync(Server server)
    {
        CookieContainer cookies = new();
        using (await server.SignInAsync("li", cookies))
        {
            // Only the cookies are wanted.
        }

        var profile = Directory.CreateTempSubdirectory("desk-bench");
        using var chromium = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "chromium",
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        { UseShellExecute = false, RedirectStandardError = true })!;
        try
        {
            var port = await PortAsync(chromium.StandardError);
            using HttpClient http = new();
            var targets = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list")));
            var page = targets.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
            await ShowAsync(new Uri(page), server.Address, cookies);
        }
        finally
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync();
            profile.Delete(recursive: true);
        }
    }

    private static async Task ShowAsync(Uri debugger, Uri app, CookieContainer cookies)
    {
        using ClientWebSocket socket = new();
        await socket.ConnectAsync(debugger, CancellationToken.None);
        var id = 0;
        async Task SendAsync(string method, object parameters) => await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new { id = ++id, method, @params = parameters }), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await SendAsync("Network.enable", new { });
        foreach (Cookie cookie in cookies.GetCookies(app))
        {
            await SendAsync("Network.setCookie", new { name = cookie.Name, value = cookie.Value, url = app.ToString() });
        }

        await SendAsync("Page.navigate", new { url = new Uri(app, "/desk").ToString() });
        Dictionary<string, string> kinds = [];
        Dictionary<string, (string Kind, double Bytes)> loaded = [];
        using CancellationTokenSource end = new(Settled);
        try
        {
            while (await ReadAsync(socket, end.Token) is { } message)
            {
                Note(message, kinds, loaded);
            }
        }
        catch (OperationCanceledException)
        {
            // Long enough for everything that a page asks for.
        }

        foreach (var kind in loaded.Values.GroupBy(file => file.Kind, StringComparer.Ordinal).OrderByDescending(group => group.Sum(file => file.Bytes)))
        {
            Console.WriteLine($"| {kind.Key} | {kind.Count()} | {kind.Sum(file => file.Bytes) / 1024:0.0} |");
        }

        Console.WriteLine($"| all | {loaded.Count} | {loaded.Values.Sum(file => file.Bytes) / 1024:0.0} |");
    }

    private static void Note(JsonElement message, Dictionary<string, string> kinds, Dictionary<string, (string Kind, double Bytes)> loaded)
    {
        if (!message.TryGetProperty("method", out var method))
        {
            return;
        }

        var said = message.GetProperty("params");
        if (method.ValueEquals("Network.responseReceived"))
        {
            kinds[said.GetProperty("requestId").GetString()!] = said.GetProperty("type").GetString()!;
            if (Environment.GetEnvironmentVariable("BENCH_FILES") is { Length: > 0 })
            {
                Console.Error.WriteLine($"{said.GetProperty("requestId")} {said.GetProperty("response").GetProperty("url")}");
            }
        }
        else if (method.ValueEquals("Network.loadingFinished") && said.GetProperty("requestId").GetString() is { } request && kinds.TryGetValue(request, out var kind))
        {
            loaded[request] = (kind, said.GetProperty("encodedDataLength").GetDouble());
            if (Environment.GetEnvironmentVariable("BENCH_FILES") is { Length: > 0 })
            {
                Console.Error.WriteLine($"{request} {loaded[request].Bytes}");
            }
        }
    }

    private static async Task<JsonElement?> ReadAsync(ClientWebSocket socket, CancellationToken ct)
    {
        using MemoryStream whole = new();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, ct);
            whole.Write(buffer, 0, part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
            }
        }
    }

    private static async Task<int> PortAsync(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = said.BaseStream.CopyToAsync(Stream.Null);
                return int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("Chromium did not start.");
    }

    [GeneratedRegex(@"^DevTools listening on ws://[^:]+:(?<port>\d+)/", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
