using Microsoft.Playwright;

namespace PosCases.EndToEndTests;

/// <summary>
/// The base of a journey: <see cref="OpenAsync"/> gives a page of a new browser profile, in Chinese and in Shanghai's
/// time. When the test fails, each page's picture is left in TestResults/screens beside the test's assembly.
/// </summary>
public abstract class Journey(Func<Uri> address, ChromiumBrowser chromium) : IAsyncLifetime
{
    private readonly List<IPage> pages = [];

    /// <summary>A journey through the app in this process.</summary>
    protected Journey(ServedApp app, ChromiumBrowser chromium)
        : this(() => app.Address, chromium)
    {
    }

    /// <summary>A journey through the app as a process of its own.</summary>
    protected Journey(ServedProcess process, ChromiumBrowser chromium)
        : this(() => process.Address, chromium) => Process = process;

    /// <summary>The app's process, where it has one of its own.</summary>
    protected ServedProcess? Process { get; }

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(ChromiumBrowser.Executable), $"There is no Chromium at {ChromiumBrowser.Executable}; set POSCASES_CHROMIUM.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (page, number) in pages.Select((page, index) => (page, index + 1)))
        {
            if (TestContext.Current.TestState?.Result is TestResult.Failed)
            {
                await page.ScreenshotAsync(new() { Path = PictureOf(number), FullPage = true });
            }

            await page.Context.CloseAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a path of the app as a visitor who was never there before.</summary>
    protected async Task<IPage> OpenAsync(string path, Device device)
    {
        var options = device.Options();
        options.BaseURL = address().ToString();
        options.Locale = "zh-CN";
        options.TimezoneId = "Asia/Shanghai";

        var context = await chromium.Instance.NewContextAsync(options);
        // The machine is shared: what a person would wait for must not fail a journey.
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        pages.Add(page);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Waits until the circuit is up: before that, a click is lost.</summary>
    protected static Task Interactive(IPage page) =>
        page.Locator("[data-interactive]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static string PictureOf(int number)
    {
        string name = string.Concat(TestContext.Current.TestCase!.TestCaseDisplayName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        return Path.Combine(AppContext.BaseDirectory, "TestResults", "screens", $"{name}-{number}.png");
    }
}
