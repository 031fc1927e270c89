using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PosCases.DeskBench.Live;

/// <summary>
/// A browser's live connection without the browser: opens a page, starts its circuit, takes what is drawn, answers what the server asks the
/// browser to do, and ticks rows.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly TaskCompletionSource isLive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, long> ticks = new();
    private TaskCompletionSource? drawn;
    private Task listening = Task.CompletedTask;
    private int interop;
    private int objects;
    private int calls;

    private Circuit()
    {
    }

    /// <summary>Why it ended before its time; none while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>Rows that can be ticked.</summary>
    public int Ticks => ticks.Count;

    /// <summary>Opens a page and waits until its circuit has drawn it.</summary>
    public static async Task<Circuit> OpenAsync(Uri app, string path, CookieContainer cookies, HttpClient http)
    {
        var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        var markers = Marker().Matches(page).Select(match => JsonSerializer.Deserialize<JsonElement>(match.Groups["marker"].Value))
            .Where(marker => marker.TryGetProperty("type", out var type) && type.ValueEquals("server") && marker.TryGetProperty("descriptor", out _)).ToList();
        Circuit circuit = new();
        circuit.socket.Options.Cookies = cookies;
        circuit.socket.Options.SetRequestHeader("Origin", app.GetLeftPart(UriPartial.Authority));
        await circuit.socket.ConnectAsync(new UriBuilder(app) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await circuit.socket.SendAsync(Handshake, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        circuit.listening = circuit.ListenAsync();
        await circuit.SendAsync("0", "StartCircuit", app.ToString(), new Uri(app, path).ToString(), "[]", State().Match(page).Groups["state"].Value);
        var operations = markers.Select((marker, i) => new { type = "add", ssrComponentId = i + 1, marker });
        await circuit.SendAsync(null, "UpdateRootComponents", JsonSerializer.Serialize(new { batchId = 1, operations }), State().Match(page).Groups["state"].Value);
        await Task.WhenAny(circuit.isLive.Task, circuit.listening, Task.Delay(TimeSpan.FromSeconds(60)));
        circuit.Failure ??= circuit.isLive.Task.IsCompleted ? null : $"nothing was drawn ({markers.Count} parts)";
        return circuit;
    }

    /// <summary>Ticks a row, or the whole page by the first; ends when the answer has been drawn.</summary>
    /// <param name="index">Which.</param>
    /// <param name="isTicked">On or off.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> TickAsync(int index, bool isTicked)
    {
        drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = ticks.OrderBy(tick => tick.Key).ElementAt(index % ticks.Count).Value;
        var since = Stopwatch.GetTimestamp();
        await SendAsync(null, "BeginInvokeDotNetFromJS", $"{Interlocked.Increment(ref calls)}", null, "DispatchEventAsync", (long)interop,
            JsonSerializer.Serialize(new object[] { new { eventHandlerId = handler, eventName = "change", eventFieldInfo = (object?)null }, new { value = isTicked } }));
        await drawn.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
        {
            await SendAsync(null, "DisposeCircuit");
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        await Task.WhenAny(listening, Task.Delay(5000));
        socket.Dispose();
        sending.Dispose();
    }

    private async Task SendAsync(string? invocation, string target, params object?[] arguments)
    {
        var message = Pack.Frame([1L, Pack.Headers.None, invocation, target, arguments, Array.Empty<object?>()]);
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            List<byte> rest = [];
            var buffer = new byte[32 * 1024];
            var isGreeted = false;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    Failure ??= "closed by the server";
                    return;
                }

                rest.AddRange(buffer.AsSpan(0, part.Count));
                if (!isGreeted && rest.IndexOf(0x1E) is >= 0 and var end)
                {
                    rest.RemoveRange(0, end + 1);
                    isGreeted = true;
                }

                var whole = rest.ToArray();
                var taken = 0;
                while (isGreeted && Pack.TryFrame(whole.AsSpan(taken), out var start, out var length))
                {
                    var at = 0;
                    await HearAsync((List<object?>)Pack.Read(whole.AsSpan(taken + start, length), ref at)!);
                    taken += start + length;
                }

                rest.RemoveRange(0, taken);
                if (rest.Capacity > 256 * 1024 && rest.Count == 0)
                {
                    rest.TrimExcess();
                }
            }
        }
        catch (Exception failure) when (failure is WebSocketException or ObjectDisposedException or InvalidDataException or InvalidOperationException)
        {
            Failure ??= failure.Message;
        }
    }

    private async Task HearAsync(List<object?> message)
    {
        switch (message[0])
        {
            case 3L when message is [_, _, "0", 1L or 2L, ..] refused:
                Failure = $"no circuit: {refused[^1]}";
                isLive.TrySetResult();
                break;
            case 6L:
                await sending.WaitAsync();
                await socket.SendAsync(Pack.Frame([6L]), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                sending.Release();
                break;
            case 1L when message[3] is "JS.RenderBatch" && message[4] is List<object?> batch:
                await DrawAsync((long)batch[0]!, (byte[])batch[1]!);
                break;
            case 1L when message[3] is "JS.BeginInvokeJS" && message[4] is List<object?> call:
                await DoAsync(call);
                break;
            case 1L when message[3] is "JS.EndInvokeDotNet" && message[4] is List<object?> ended && ended is [_, false, ..]:
                Failure ??= $"event: {ended[^1]}";
                break;
            case 1L when message[3] is "JS.Error":
                Failure ??= $"{((List<object?>)message[4]!)[0]}";
                break;
        }
    }

    private async Task DrawAsync(long id, byte[] bytes)
    {
        foreach (var (component, handler) in new Batch(bytes).Ticks(ticks))
        {
            ticks[component] = handler;
        }

        await SendAsync(null, "OnRenderCompleted", id, null);
        if (!ticks.IsEmpty)
        {
            isLive.TrySetResult();
        }

        drawn?.TrySetResult();
    }

    // Imports and attached objects get a handle; everything else nothing.
    private async Task DoAsync(List<object?> call)
    {
        var name = call.OfType<string>().First();
        if (name.EndsWith("attachWebRendererInterop", StringComparison.Ordinal))
        {
            interop = int.Parse(Interop().Match(call.OfType<string>().ElementAt(1)).Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (call[0] is long task and not 0)
        {
            var isObject = call is [_, _, _, 1L, ..];
            var result = isObject ? $"{{\"__jsObjectId\":{Interlocked.Increment(ref objects)}}}" : "null";
            await SendAsync(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{result}]");
        }
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]+)-->", RegexOptions.None, 1000)]
    private static partial Regex State();

    [GeneratedRegex("\"__dotNetObject\":(?<id>\\d+)", RegexOptions.None, 1000)]
    private static partial Regex Interop();
}
