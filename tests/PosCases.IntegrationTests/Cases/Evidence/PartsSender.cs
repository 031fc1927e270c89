using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PosCases.IntegrationTests.People;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>Sends a file in parts, as resume.js does.</summary>
internal sealed class PartsSender(Visitor visitor, string number, params (string Name, string Value)[] fields)
{
    /// <summary>Where the file that was begun last is.</summary>
    public string At { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Begins a file of that many bytes.</summary>
    public async Task<HttpStatusCode> BeginAsync(long size, string name = "a.png")
    {
        var begun = await visitor.PostFromAsync(
            "/my", $"/cases/{number}/uploads", [("name", name), ("size", size.ToString(CultureInfo.InvariantCulture)), .. fields]);
        At = begun.Location ?? "";
        return begun.Status;
    }

    /// <summary>Sends a part.</summary>
    public Task<Answer> SendAsync(long offset, byte[] part) => SendAsync(offset, new ByteArrayContent(part));

    /// <summary>Sends a part.</summary>
    public async Task<Answer> SendAsync(long offset, HttpContent part)
    {
        part.Headers.ContentType = MediaTypeHeaderValue.Parse("application/offset+octet-stream");
        return await CallAsync(HttpMethod.Patch, part, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Asks how much has arrived.</summary>
    public Task<Answer> AskAsync() => CallAsync(HttpMethod.Head, null);

    /// <summary>Gives up.</summary>
    public Task<Answer> GiveUpAsync() => CallAsync(HttpMethod.Delete, null);

    /// <summary>The same file as another person sees it.</summary>
    public PartsSender By(Visitor other) => new(other, number, fields) { At = At };

    /// <summary>Sends a whole file, in parts of that many bytes.</summary>
    public async Task<Answer> SendAllAsync(byte[] bytes, int part = 1000, string name = "a.png")
    {
        Assert.Equal(HttpStatusCode.Created, await BeginAsync(bytes.Length, name));
        Answer answer;
        var at = 0;
        do
        {
            var next = Math.Min(part, bytes.Length - at);
            answer = await SendAsync(at, bytes[at..(at + next)]);
            at += next;
        }
        while (at < bytes.Length);
        return answer;
    }

    private async Task<Answer> CallAsync(HttpMethod method, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, new Uri(At, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await visitor.SendAsync(request, Ct);
        return new(
            answer.StatusCode,
            answer.Headers.TryGetValues("Upload-Offset", out var offsets) ? long.Parse(offsets.Single(), CultureInfo.InvariantCulture) : null,
            answer.Headers.Contains("Upload-Settled"),
            await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>What came back.</summary>
    public sealed record Answer(HttpStatusCode Status, long? Offset, bool IsSettled, string Body)
    {
        /// <summary>A field of the answer.</summary>
        public string? Of(string field)
        {
            using var answer = JsonDocument.Parse(Body);
            return answer.RootElement.GetProperty(field).GetString();
        }
    }
}
