using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PosCases.IntegrationTests.Insight;

/// <summary>Takes mail like a server, as little of it as our mailer needs, and keeps what came.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();

    public SmtpListener()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it turns mail away.</summary>
    public bool Refuses { get; set; }

    /// <summary>Mails that it took, each with to whom.</summary>
    public ConcurrentQueue<(string To, string Text)> Taken { get; } = [];

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 here");
            var to = "";
            while (await reader.ReadLineAsync(end.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                {
                    to = line[8..].Trim('<', '>', ' ');
                    await writer.WriteLineAsync(Refuses ? "451 later" : "250 ok");
                }
                else if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(end.Token) is { } part && part != ".")
                    {
                        text.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append('\n');
                    }

                    Taken.Enqueue((to, text.ToString()));
                    await writer.WriteLineAsync("250 taken");
                }
                else
                {
                    await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
                }
            }
        }
    }
}
