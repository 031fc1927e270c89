using Microsoft.Playwright;
using PosCases.EndToEndTests.Journeys;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>What is done on a page before it is looked at.</summary>
internal static class Acts
{
    /// <summary>Opens every menu and whatever else is folded.</summary>
    public static async Task UnfoldAsync(IPage page) =>
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('details')) folded.open = true");

    /// <summary>Opens what is folded on the page itself; the menus above it, which lie over it when they are open, stay shut.</summary>
    public static async Task UnfoldPageAsync(IPage page) =>
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('main details')) folded.open = true");

    /// <summary>Sends the page's form as it is, and waits for what is wrong with it or for the next page's picture.</summary>
    public static async Task SendAsync(IPage page)
    {
        await page.Locator("main button.btn-primary[type=submit]").First.ClickAsync();
        await page.Locator("[data-form-errors], main img").First.WaitForAsync();
    }

    /// <summary>Presses the first button that asks back.</summary>
    public static async Task AskAsync(IPage page)
    {
        await page.Locator("main [data-open-dialog]").First.ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Opens the dialog for something new.</summary>
    public static async Task OpenNewAsync(IPage page)
    {
        await page.Locator("main .page-head-actions button.btn-primary").ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Opens the choice of the list's columns.</summary>
    public static async Task OpenColumnsAsync(IPage page)
    {
        await page.Locator(".worklist-filters > button").ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Opens the dialog of the first row.</summary>
    public static async Task OpenFirstOfTableAsync(IPage page)
    {
        await page.Locator("main tbody button").First.ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Asks for the keys.</summary>
    public static async Task PressHelpAsync(IPage page)
    {
        // The page begins to listen for keys a little after it hears clicks: who sees nothing presses again.
        for (var presses = 0; await page.OpenDialog().CountAsync() == 0 && presses < 20; presses++)
        {
            await page.Keyboard.PressAsync("?");
            await Task.WhenAny(page.OpenDialog().WaitForAsync(), Task.Delay(1_000));
        }

        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Opens the first paper in the reviewer.</summary>
    public static async Task OpenPaperAsync(IPage page)
    {
        await page.Locator("main .files a").First.ClickAsync();
        await page.Locator("main .reviewer").WaitForAsync();
    }

    /// <summary>Begins a redacted copy of the paper, with a box.</summary>
    public static async Task RedactAsync(IPage page)
    {
        await page.Locator("main a[href*='/papers/redact']").ClickAsync();
        await page.Locator("[data-redact][data-shown]").WaitForAsync();
        await page.Locator("[data-redact-act=add]").ClickAsync();
        await page.Locator(".redact-list li").WaitForAsync();
    }

    /// <summary>Selects a row of the list.</summary>
    public static async Task SelectAsync(IPage page)
    {
        await page.Locator("main tbody input[type=checkbox]").First.CheckAsync();
        await page.Locator("main .selection-bar").WaitForAsync();
    }

    /// <summary>Invites a colleague, and waits for the link to hand over.</summary>
    public static async Task InviteAsync(IPage page)
    {
        await page.Named("Input.DisplayName").FillAsync("Guest");
        await page.Named("Input.UserName").FillAsync("colleague@demo.example");
        await page.Locator("main form:has([name='Input.UserName']) button[type=submit]").ClickAsync();
        await page.Locator("#hand-over").WaitForAsync();
    }

    /// <summary>Makes a page wrong in every way that should be found.</summary>
    public static async Task SpoilAsync(IPage page) => await page.EvaluateAsync(
        """
        () => {
          console.error('told');
          const spoilt = document.createElement('div');
          spoilt.innerHTML = '<input id="nameless"><p id="faint">faint</p><p id="wide">wide</p><p style="color: red">styled</p>';
          document.querySelector('main').append(spoilt);
          document.querySelector('#wide').style.width = '1000px';
          document.querySelector('#faint').style.color = '#1c2733';
        }
        """);
}
