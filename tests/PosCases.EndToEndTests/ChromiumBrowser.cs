using Microsoft.Playwright;
using PosCases.EndToEndTests;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace PosCases.EndToEndTests;

/// <summary>One Chromium for the whole run: the machine's own, as Playwright's is never downloaded.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    // The shell does without the browser's own windows, which cost as much as the pages.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>Where Chromium is: <c>POSCASES_CHROMIUM</c>, or else where Debian puts its shell or the whole.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("POSCASES_CHROMIUM") ?? Array.Find(Places, File.Exists) ?? Places[^1];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Instance => browser ?? throw new InvalidOperationException($"There is no Chromium at {Executable}.");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        // The machine is shared: what comes late is late, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
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
