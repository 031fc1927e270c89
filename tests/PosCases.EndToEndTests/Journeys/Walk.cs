using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

/// <summary>What people do on a page, in the words of a journey.</summary>
internal static partial class Walk
{
    /// <summary>The password of the demo world.</summary>
    public const string Password = "demo-world-1";

    /// <summary>Signs in with name and password.</summary>
    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Named("Input.UserName").FillAsync(userName + "@demo.example");
        await page.Named("Input.Password").FillAsync(Password);
        await page.Named("Input.Password").PressAsync("Enter");
        // An enhanced navigation fires no load event; only the address tells. It is asked again and again: who waits for its change misses one that came before.
        await Assertions.Expect(page).Not.ToHaveURLAsync(SignIn());
    }

    /// <summary>The field of that name.</summary>
    public static ILocator Named(this IPage page, string name) => page.Locator($"[name='{name}']:visible, [name='{name}']").First;

    /// <summary>Chooses a card by its value.</summary>
    public static Task ChooseAsync(this IPage page, string name, string value) =>
        page.Locator($"input[name='{name}'][value='{value}']").Last.CheckAsync(new() { Force = true });

    /// <summary>Goes on to the next step of the form.</summary>
    public static Task NextAsync(this IPage page) => page.Locator("button[name=go][value=next]").ClickAsync();

    /// <summary>Waits until the circuit is up, then opens the dialog that the action bar offers first.</summary>
    public static async Task OpenMainActionAsync(this IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".sticky-bar button.btn-primary").ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>Opens a dialog by its button.</summary>
    public static async Task OpenAsync(this IPage page, string button)
    {
        await page.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await page.OpenDialog().WaitForAsync();
    }

    /// <summary>The open dialog.</summary>
    public static ILocator OpenDialog(this IPage page) => page.Locator("dialog[open]");

    /// <summary>A field of the open dialog.</summary>
    public static ILocator InDialog(this IPage page, string name) => page.OpenDialog().Locator($"[name='{name}']");

    /// <summary>Chooses a card of the open dialog.</summary>
    public static Task ChooseInDialogAsync(this IPage page, string name, string value) =>
        page.OpenDialog().Locator($"input[name='{name}'][value='{value}']").CheckAsync(new() { Force = true });

    /// <summary>Sends the dialog's form and waits until it is gone.</summary>
    public static async Task SendDialogAsync(this IPage page)
    {
        await page.OpenDialog().Locator("button[type=submit]").ClickAsync();
        await page.OpenDialog().WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Waits until the page has arrived at an address, also when it was there before anybody asked.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">With <c>**</c> for anything and <c>*</c> for anything but a slash.</param>
    public static async Task ArrivesAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Waits until a click on this page is heard.</summary>
    public static Task ReadyAsync(this IPage page) =>
        page.Locator("html[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until a key on this page is heard, which is a little after a click is.</summary>
    public static Task HearsKeysAsync(this IPage page) =>
        page.Locator("html[data-keys]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Hands in a picture for each paper that is still missing, and waits for each to arrive.</summary>
    public static async Task UploadMissingAsync(this IPage page, string number)
    {
        while (true)
        {
            await page.GotoAsync($"/my/cases/{number}");
            var boxes = page.Locator("[data-owed] [data-upload] input[type=file]:not([capture])");
            if (await boxes.CountAsync() == 0)
            {
                return;
            }

            var stored = page.WaitForResponseAsync(r => r.Url.Contains("/uploads/", StringComparison.Ordinal) && r.Request.Method == "PATCH" && r.Status != 204);
            await boxes.First.SetInputFilesAsync(new FilePayload { Name = "paper.png", MimeType = "image/png", Buffer = Picture() });
            Assert.Equal(201, (await stored).Status);
        }
    }

    /// <summary>A small picture, each time a different one.</summary>
    public static byte[] Picture() => Seeding.DemoPaper.Draw(Interlocked.Increment(ref pictures));

    private static int pictures;

    [GeneratedRegex("/account/sign-in", RegexOptions.None, 1000)]
    private static partial Regex SignIn();
}
