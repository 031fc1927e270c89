using Microsoft.Playwright;
using PosCases.EndToEndTests;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace PosCases.EndToEndTests;

/// <summary>One Chromium for the whole run: the machine's own, as Playwright's is never downloaded.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>Where Chromium is: <c>POSCASES_CHROMIUM</c>, or else where Debian puts it.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("POSCASES_CHROMIUM") ?? "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Instance => browser ?? throw new InvalidOperationException($"There is no Chromium at {Executable}.");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
