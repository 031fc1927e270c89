using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Hosting;

public sealed class OperationsTests(OperationsTests.Host app) : IClassFixture<OperationsTests.Host>
{
    public static TheoryData<string, HttpStatusCode> Answers => new()
    {
        { "/account/sign-in", HttpStatusCode.OK },
        { "/account/register", HttpStatusCode.OK },
        { "/not-there", HttpStatusCode.NotFound },
        { "/css/app.css", HttpStatusCode.OK },
        { "/js/app.js", HttpStatusCode.OK },
        { "/favicon.svg", HttpStatusCode.OK },
        { "/health/live", HttpStatusCode.OK },
        { "/health/ready", HttpStatusCode.OK },
        { "/health/tools", HttpStatusCode.Redirect },
        { "/account", HttpStatusCode.Redirect },
        { "/explode", HttpStatusCode.InternalServerError },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_carries_the_headers_that_keep_strangers_scripts_and_frames_out(string path, HttpStatusCode status)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/not-there")]
    public async Task A_page_is_kept_by_no_cache_and_brings_no_script_of_its_own(string path)
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch("""<script(?![^>]*\bsrc=)(?![^>]*type="(importmap|application/json)")[^>]*>""", html);
        Assert.DoesNotMatch("""<[^>]+\son[a-z]+\s*=\s*["']""", html);
        Assert.DoesNotMatch("""<[^>]+\sstyle\s*=\s*["']""", html);
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    [InlineData(null, false)]
    public async Task A_page_is_compressed_only_when_no_stranger_made_the_browser_ask_for_it(string? site, bool isCompressed)
    {
        using var client = app.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, "/account/sign-in");
        request.Headers.AcceptEncoding.ParseAdd("br");
        request.Headers.Add("Sec-Fetch-Site", site is null ? [] : [site]);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isCompressed ? ["br"] : [], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Over_an_encrypted_connection_browsers_are_told_to_stay_there()
    {
        using var client = app.CreateClient(new() { BaseAddress = new Uri("https://cases.example") });

        using var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task A_fault_says_nothing_of_its_cause()
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(new Uri("/explode", UriKind.Relative), TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("the cause", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_means_that_the_database_answers_and_alive_does_not()
    {
        await using var broken = new BrokenHost();
        using var client = broken.CreateClient();

        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Directory.Move(broken.DataFolder, broken.DataFolder + "-gone");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        using var still = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Directory.Move(broken.DataFolder + "-gone", broken.DataFolder);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            (live.StatusCode, ready.StatusCode, still.StatusCode));
    }

    private sealed class BrokenHost : QuietHost;

    /// <summary>The app as in production, with one address that fails.</summary>
    public sealed class Host : QuietHost
    {
        protected override bool HasPeople => false;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
            foreach (var (name, value) in TestKeys.Settings)
            {
                builder.UseSetting(name, value);
            }

            builder.UseSetting("Demo:Password", "");
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Exploding()));
        }

        // Behind everything else, so that the app's own handling of faults answers.
        private sealed class Exploding : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                app.Use((context, further) => context.Request.Path == "/explode" ? throw new InvalidOperationException("the cause") : further(context));
            };
        }
    }
}
