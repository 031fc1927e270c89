using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PosCases.UploadBench;

/// <summary>A merchant of the demo world who is signed in and has an open case.</summary>
internal sealed partial class Shop(HttpClient client, string number) : IDisposable
{
    private const int Part = 1024 * 1024;

    /// <summary>Signs one in; none when there is no open case.</summary>
    public static async Task<Shop?> OpenAsync(Uri address, string name)
    {
        HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        var page = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using FormUrlEncodedContent form = new(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", TokenOf(page)),
            new("Input.UserName", $"{name}@demo.example"), new("Input.Password", "demo-world-1"),
        ]);
        using var signedIn = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        foreach (var number in Number().Matches(await client.GetStringAsync(new Uri("/my", UriKind.Relative))).Select(m => m.Value).Distinct())
        {
            Shop shop = new(client, number);
            if (await shop.BeginAsync("probe.png", 10) is { } begun)
            {
                await client.DeleteAsync(begun);
                return shop;
            }
        }

        client.Dispose();
        return null;
    }

    /// <summary>Hands a file in, in parts of 1 MB.</summary>
    /// <returns>The hash that the server says it has stored.</returns>
    public async Task<string> SendAsync(string name, ReadOnlyMemory<byte> bytes)
    {
        var at = await BeginAsync(name, bytes.Length) ?? throw new InvalidOperationException("It was refused.");
        for (var offset = 0; ; offset += Part)
        {
            using ReadOnlyMemoryContent part = new(bytes.Slice(offset, Math.Min(Part, bytes.Length - offset)));
            part.Headers.ContentType = MediaTypeHeaderValue.Parse("application/offset+octet-stream");
            using HttpRequestMessage request = new(HttpMethod.Patch, at) { Content = part };
            request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                return said.RootElement.GetProperty("sha256").GetString()!;
            }

            if (answer.StatusCode != HttpStatusCode.NoContent)
            {
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Uri?> BeginAsync(string name, long size)
    {
        var page = await client.GetStringAsync(new Uri("/my", UriKind.Relative));
        using FormUrlEncodedContent form = new(
            [new("__RequestVerificationToken", TokenOf(page)), new("name", name), new("size", size.ToString(CultureInfo.InvariantCulture)), new("code", "OTHER")]);
        using var begun = await client.PostAsync(new Uri($"/cases/{number}/uploads", UriKind.Relative), form);
        return begun.StatusCode == HttpStatusCode.Created ? begun.Headers.Location : null;
    }

    private static string TokenOf(string html) => Token().Match(html).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"FZ-\d{4}-\d{6}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
