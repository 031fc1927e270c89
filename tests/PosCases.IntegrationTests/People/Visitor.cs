using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PosCases.IntegrationTests.People;

/// <summary>A browser without scripts: keeps cookies, fills in forms, follows no redirect by itself.</summary>
public sealed partial class Visitor(HttpClient client) : IDisposable
{
    /// <summary>A visitor of an app in this process.</summary>
    public Visitor(AccountHost host, string language = "zh-CN")
        : this(Open(host, language))
    {
    }

    /// <summary>Opens a page.</summary>
    public async Task<Answer> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Opens a page, fills in one of its forms and sends it.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await PostAsync(path, [("_handler", form), ("__RequestVerificationToken", TokenOf(page.Html)), .. fields]);
    }

    /// <summary>Opens a page and sends another address a form with its token.</summary>
    public async Task<Answer> PostFromAsync(string page, string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, [("__RequestVerificationToken", TokenOf((await GetAsync(page)).Html)), .. fields]);

    /// <summary>Sends fields as they are.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Opens a page and sends another address one file, its fields and the page's token before it, as upload.js does.</summary>
    public async Task<Answer> UploadAsync(string page, string path, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Prepend(("__RequestVerificationToken", TokenOf((await GetAsync(page)).Html))))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(bytes), "file", name);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Fetches an address with its headers, undecoded.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends a request as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => client.SendAsync(request, ct);

    /// <summary>Signs in with name and password.</summary>
    public Task<Answer> SignInAsync(string userName, string password = AccountHost.Password) =>
        SubmitAsync("/account/sign-in", "sign-in", ("Input.UserName", userName), ("Input.Password", password));

    /// <summary>The antiforgery token of a page.</summary>
    public static string TokenOf(string html) => Token().Match(html).Groups["token"].Value;

    public void Dispose() => client.Dispose();

    private static HttpClient Open(AccountHost host, string language)
    {
        var opened = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        opened.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return opened;
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Location?.OriginalString is { } to ? to.Replace("http://localhost", "", StringComparison.Ordinal) : null,
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    /// <summary>What came back; the text as a reader sees it.</summary>
    public sealed record Answer(HttpStatusCode Status, string? Location, string Html, IReadOnlyList<string> Cookies);
}
