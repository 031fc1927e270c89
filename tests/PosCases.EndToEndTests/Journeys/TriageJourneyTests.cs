using System.Diagnostics;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class TriageJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_scam_call_ends_safely_in_under_two_minutes_on_a_phone_and_the_case_ends_as_fake()
    {
        var watch = Stopwatch.StartNew();
        var phone = await OpenAsync("/", Device.Phone);
        await phone.Locator(".landing-actions .btn-primary").ClickAsync();
        await phone.ChooseAsync("told", "Phone");
        await phone.ChooseAsync("ask", "SmsCode");
        await phone.ChooseAsync("ask", "Fee");
        await Assertions.Expect(phone.Locator(".red-flags").First).ToBeVisibleAsync();
        await phone.GoOnAsync();
        await phone.ChooseAsync("terminal", "AllWorks");
        await phone.GoOnAsync();
        await phone.ChooseAsync("official", "NotLooked");
        await phone.GoOnAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("这很像诈骗");
        await Assertions.Expect(phone.Locator(".check-list li")).ToHaveCountAsync(12);
        await Assertions.Expect(phone.Locator(".hotlines a").First).ToBeVisibleAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"The advice took {watch.Elapsed}.");

        await phone.GoOnAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "登录", Exact = true }).Last.ClickAsync();
        await phone.GetByRole(AriaRole.Heading, new() { Name = "登录", Exact = true }).WaitForAsync();
        await phone.Named("Input.UserName").FillAsync("kangle@demo.example");
        await phone.Named("Input.Password").FillAsync(Walk.Password);
        await phone.Named("Input.Password").PressAsync("Enter");
        await phone.ArrivesAsync("**/my/new?*");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/new/*/1");
        for (var step = 0; step < 4; step++)
        {
            await phone.NextAsync();
            await phone.ArrivesAsync(step < 3 ? $"**/{step + 2}" : "**/review");
        }

        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/cases/**");
        var number = phone.Url.Split('/', '?')[5];

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.TakeUpAsync(number);
        await Assertions.Expect(desk.GetByText("先交“解冻费”").First).ToBeVisibleAsync();
        await desk.AskAnyOfficiallyAsync("Denies");
        await desk.JudgeNoticeAsync("Fake");
        await desk.OpenMainActionAsync();
        await Assertions.Expect(desk.OpenDialog().Locator(".scam-reasons")).ToBeVisibleAsync();
        await desk.SendDialogAsync();
        await Assertions.Expect(desk.Locator(".case-desk, body").First).ToContainTextAsync("待复核");
    }

    [Fact]
    public async Task A_maintenance_case_sleeps_wakes_asks_and_ends_as_no_freeze()
    {
        var until = PosCases.Platform.ShanghaiTime.DateOf(served.Clock.GetUtcNow()).AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await phone.GotoAsync("/triage/result?told=App&terminal=SalesRefused&official=MaintenanceNotice");
        await phone.Named("until").FillAsync(until);
        await phone.Locator(".sticky-bar .btn-primary").ClickAsync();
        await phone.ArrivesAsync("**/my/new?*");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/new/*/1");
        await phone.NextAsync();
        await phone.ChooseAsync("Measure", "AcceptanceSuspended");
        await phone.NextAsync();
        await phone.ChooseAsync("ImposedBy", "Acquirer");
        await phone.Named("Institution").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await phone.ChooseAsync("Reason", "NoReason");
        await phone.NextAsync();
        await phone.NextAsync();
        await phone.ArrivesAsync("**/review");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/cases/**");
        var number = phone.Url.Split('/', '?')[5];

        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.TakeUpAsync(number);
        await desk.OpenAsync("等维护结束");
        await Assertions.Expect(desk.InDialog("Until")).ToHaveValueAsync(until);
        await desk.InDialog("Announcement").FillAsync("官方应用公告 7 号");
        await desk.SendDialogAsync();
        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.GetByText("等待中").First).ToBeVisibleAsync();

        served.Clock.Advance(TimeSpan.FromDays(3));
        await served.RunJobsAsync();

        var later = await OpenAsync("/", Device.Phone);
        await later.SignInAsync("huanan");
        await later.GotoAsync($"/my/cases/{number}");
        await later.Locator("button[form=recheck][value=yes]").ClickAsync();
        await Assertions.Expect(later.GetByText("您说又能用了").First).ToBeVisibleAsync();

        var morning = await OpenAsync("/", Device.Desk);
        await morning.SignInAsync("li");
        await morning.GotoAsync($"/desk/cases/{number}");
        await Assertions.Expect(morning.Locator(".five")).ToContainTextAsync("商户说已恢复");
        await morning.AskOfficiallyAsync("Technical");
        await morning.JudgeNoticeAsync("CannotTell");
        await morning.OpenMainActionAsync();
        await Assertions.Expect(morning.InDialog("Finding")).ToHaveValueAsync("公告的维护已结束，商户确认恢复。公告：官方应用公告 7 号");
        await morning.SendDialogAsync();
        var review = await OpenAsync("/", Device.Desk);
        await review.SignInAsync("zhao");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenMainActionAsync();
        await review.SendDialogAsync();
        await later.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(later.GetByText("不是冻结").First).ToBeVisibleAsync();
    }
}

/// <summary>Steps of triage's journeys.</summary>
file static class TriageWalk
{
    /// <summary>Follows the one primary action of a public page.</summary>
    public static async Task GoOnAsync(this IPage phone)
    {
        var before = phone.Url;
        await phone.Locator(".sticky-bar .btn-primary").ClickAsync();
        await Assertions.Expect(phone).Not.ToHaveURLAsync(before);
    }

    /// <summary>The agent asks the first institution of the directory and records the answer.</summary>
    public static async Task AskAnyOfficiallyAsync(this IPage desk, string answer)
    {
        await desk.OpenMainActionAsync();
        await desk.OpenDialog().Locator("select[name=Institution]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await desk.OpenDialog().Locator("input[name=Channel]").First.CheckAsync(new() { Force = true });
        await desk.ChooseInDialogAsync("Answer", answer);
        await desk.SendDialogAsync();
    }
}
