using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PosCases.DeskBench;

/// <summary>The product as a program uses it, by an access token that the bench writes into the database.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient http;

    private Api(HttpClient http) => this.http = http;

    /// <summary>A token for reading and writing of the person, and the client that sends it.</summary>
    public static async Task<Api> OfAsync(Server server, string person)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var id = Guid.NewGuid();
        var (hash, text) = (Convert.ToHexString(SHA256.HashData(secret)), id.ToString("D").ToUpperInvariant());
        await server.AskAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            INSERT INTO AccessTokens (Id, PersonId, Name, Scopes, Hash, Stamp, CreatedAt, ExpiresAt, Version)
            SELECT '{text}', Id, 'bench', 'Read, Write', X'{hash}', SecurityStamp, {DateTime.UnixEpoch.Ticks}, {DateTime.MaxValue.Ticks}, '{text}' FROM People
            WHERE NormalizedUserName = upper('{person}@demo.example')
            """));
        HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"pcs_{id:N}_{Base64Url.EncodeToString(secret)}");
        return new Api(client);
    }

    /// <summary>Sends a command under a fresh key; says how it was answered.</summary>
    /// <param name="path">Behind <c>/api/v1</c>.</param>
    /// <param name="body">JSON; none for no fields.</param>
    /// <param name="version">The <c>ETag</c> of what was read.</param>
    /// <param name="record">Name under which its SQL is recorded.</param>
    /// <param name="isBrief">Whether the program wants to know no more than that it was done.</param>
    public async Task<(int Status, string Body)> SendAsync(string path, string? body, string? version = null, string? record = null, bool isBrief = false)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/api/v1{path}", UriKind.Relative));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        if (isBrief)
        {
            request.Headers.Add("Prefer", "return=minimal");
        }

        if (record is not null)
        {
            request.Headers.Add(Floor.RecordHeader, record);
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>As <see cref="SendAsync"/>, for a command that must succeed.</summary>
    public async Task<JsonElement> DoAsync(string path, string? body, string? version = null, string? record = null, bool isBrief = false)
    {
        var (status, answer) = await SendAsync(path, body, version, record, isBrief);
        return status is >= 200 and < 300
            ? answer.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(answer) : default
            : throw new InvalidOperationException($"{path}: {status} {answer}");
    }

    /// <summary>The version of a case as it stands.</summary>
    public async Task<string> VersionAsync(string number)
    {
        using var answer = await http.GetAsync(new Uri($"/api/v1/cases/{number}", UriKind.Relative));
        return answer.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    /// <summary>Writes bare what was recorded under the name.</summary>
    public async Task BareAsync(string name, Guid was, Guid? now)
    {
        using var answer = await http.PostAsync(new Uri($"/bench/write/{name}?was={was}&is={now}", UriKind.Relative), null);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{name}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
