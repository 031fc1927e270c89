using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>Looks at sights, one after the other in one tab: with axe, at both widths and in both colour schemes.</summary>
internal sealed class Looker
{
    private static readonly string Axe = Read("axe.min.js");
    private static readonly string Look = Read("look.js");

    private readonly IPage page;
    private readonly bool isPhoneFirst;
    private readonly ConcurrentQueue<(string What, string Where)> findings;
    private Sight? now;

    private Looker(IPage page, bool isPhoneFirst, ConcurrentQueue<(string What, string Where)> findings)
    {
        (this.page, this.isPhoneFirst, this.findings) = (page, isPhoneFirst, findings);
        page.Console += (_, message) => Heard(message);
        page.PageError += (_, error) => Find($"script error: {error}", "");
    }

    /// <summary>Looks at all sights in two tabs of one person, and says what it found: each thing once, with its places.</summary>
    /// <param name="first">A page on which the person has signed in.</param>
    /// <param name="isPhoneFirst">Whether the person comes with a phone, not at a desk.</param>
    /// <param name="sights">What to look at.</param>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage first, bool isPhoneFirst, IEnumerable<Sight> sights)
    {
        ConcurrentQueue<Sight> left = new(sights);
        ConcurrentQueue<(string What, string Where)> found = [];
        // Neither this nor what is evaluated is subject to the app's content security policy.
        await first.Context.AddInitScriptAsync(Axe);
        IPage[] tabs = [first, await first.Context.NewPageAsync()];
        await Task.WhenAll(tabs.Select(tab => new Looker(tab, isPhoneFirst, found).WorkAsync(left)));
        return [.. found
            .GroupBy(finding => finding.What, finding => finding.Where, StringComparer.Ordinal)
            .Select(places => Tell(places.Key, [.. places.Distinct(StringComparer.Ordinal)]))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>What was found and where; of many places the first ones, as a frame shows its faults on every page.</summary>
    private static string Tell(string what, IReadOnlyList<string> places)
    {
        const int Told = 6;
        var rest = places.Count > Told ? [$"and {places.Count - Told} more"] : Array.Empty<string>();
        return string.Join($"{Environment.NewLine}    ", [what, .. places.Take(Told), .. rest]);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Accessibility", file));

    private async Task WorkAsync(ConcurrentQueue<Sight> left)
    {
        // A colour that is still changing has no contrast that could be measured.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        while (left.TryDequeue(out now))
        {
            try
            {
                await OpenAsync(now);
                await LookAtAsync(1440);
                await LookAtAsync(390);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                Find($"was not seen: {e.Message}", "");
            }
        }
    }

    private async Task OpenAsync(Sight sight)
    {
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(sight.Path);
        await SettledAsync();
        if (sight.Do is { } act)
        {
            await act(page);
            await SettledAsync();
        }
    }

    /// <summary>Waits until the page hears clicks and has what it loads; the gallery's outlines are there to stay.</summary>
    private Task SettledAsync()
    {
        var path = new Uri(page.Url).AbsolutePath;
        var marker = Routes.IsInteractive(path) ? "html[data-interactive]" : "html[data-ready]";
        var loaded = Routes.Of(path) == "/design" ? "" : ":not(:has(main .skeleton))";
        return page.Locator(marker + loaded).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private async Task LookAtAsync(int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        foreach (var line in await page.EvaluateAsync<string[]>(Look, isPhoneFirst))
        {
            var (scheme, what) = line.Split(": ", 2) is [var first, var second] ? (first, second) : ("", line);
            Find(what, $", {width} px, {scheme}");
        }
    }

    private void Heard(IConsoleMessage message)
    {
        // The browser says of a page with status 403 or 404 that it did not load, though it shows it.
        if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal)))
        {
            Find($"console: {message.Text}", "");
        }
    }

    private void Find(string what, string how) => findings.Enqueue((what, $"{now}{how}"));
}
