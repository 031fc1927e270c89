using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Api;

/// <summary>The app with small files and hands to make tokens and to send requests as a program does.</summary>
public sealed class ApiHost : QuietHost
{
    public const int LargestFile = 1024 * 1024;

    public const string Name = "api";

    private readonly ConcurrentDictionary<(string, TokenScopes), Lazy<Task<string>>> tokens = new();
    private readonly SemaphoreSlim gate = new(1);
    private (CaseId Id, string Number)? worked;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Evidence:LargestFile", $"{LargestFile}");
        builder.UseSetting("Api:RequestsPerMinute", "100000");
        builder.UseSetting("Api:StrangersPerMinute", "100000");
    }

    /// <summary>A token of a person, made as the page makes it.</summary>
    internal async Task<MakeToken.Made> MakeTokenAsync(string person, TokenScopes scopes = TokenScopes.Any, int days = 30)
    {
        var made = await As(person).Send(new MakeToken.Command($"{person} {scopes}", scopes, days, new Secret(Password)));
        Assert.Null(made.Error);
        return made.Value;
    }

    /// <summary>A program that speaks for a person.</summary>
    internal async Task<Program> ProgramOf(string person, TokenScopes scopes = TokenScopes.Any, string language = "en") =>
        new(CreateClient(), await tokens.GetOrAdd((person, scopes), key => new(async () => (await MakeTokenAsync(key.Item1, key.Item2)).Token.Reveal())).Value, language);

    /// <summary>A program with whatever token.</summary>
    internal Program ProgramWith(string? token, string language = "en") => new(CreateClient(), token, language);

    /// <summary>A case of huanan's that li works; for tests that do not change it.</summary>
    internal async Task<(CaseId Id, string Number)> WorkedCaseAsync()
    {
        await gate.WaitAsync();
        try
        {
            return worked ??= await CaseAtAsync(DemoPath.Judging);
        }
        finally
        {
            gate.Release();
        }
    }

    internal async Task<(CaseId Id, string Number)> CaseAtAsync(DemoPath path)
    {
        var id = await Given.Case().At(path);
        return (id, await AskAsync(db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync()));
    }

    protected override void Dispose(bool disposing)
    {
        gate.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Sends requests with a token.</summary>
    internal sealed class Program : IDisposable
    {
        private readonly HttpClient client;

        public Program(HttpClient client, string? token, string language)
        {
            this.client = client;
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            if (token is not null)
            {
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
        }

        public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

        public Task<Answer> PostAsync(string path, object? body, string? key = null, string? version = null, string? prefer = null) =>
            SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web), key ?? $"{Guid.NewGuid()}", version, prefer);

        public Task<Answer> PostTextAsync(string path, string body, string? key = null) =>
            SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), key ?? $"{Guid.NewGuid()}");

        public Task<Answer> PostBytesAsync(string path, byte[] body, string? key = null)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            return SendAsync(HttpMethod.Post, path, content, key ?? $"{Guid.NewGuid()}");
        }

        public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? key = null, string? version = null, string? prefer = null)
        {
            using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path) { Content = content };
            if (key is { Length: > 0 })
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            }

            if (version is { Length: > 0 })
            {
                request.Headers.TryAddWithoutValidation("If-Match", version);
            }

            if (prefer is not null)
            {
                request.Headers.TryAddWithoutValidation("Prefer", prefer);
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
                response.Headers.ETag?.ToString(),
                response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
        }

        public void Dispose() => client.Dispose();
    }

    /// <summary>What came back.</summary>
    internal sealed record Answer(HttpStatusCode Status, string? MediaType, byte[] Bytes, string? Tag, IReadOnlyDictionary<string, string> Headers)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);

        public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

        /// <summary>The code of a refusal; fails when it is none, or not told as one.</summary>
        public string Code
        {
            get
            {
                Assert.Equal("application/problem+json", MediaType);
                Assert.Equal((int)Status, Json.GetProperty("status").GetInt32());
                Assert.NotEmpty(Json.GetProperty("title").GetString()!);
                return Json.GetProperty("code").GetString()!;
            }
        }
    }
}

[CollectionDefinition(ApiHost.Name)]
public sealed class OneApiHost : ICollectionFixture<ApiHost>;
