using Microsoft.Playwright;
using PosCases.Seeding;

namespace PosCases.EndToEndTests.Journeys;

public sealed class RemedyJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_police_freeze_leads_to_the_police_and_never_to_a_complaint_about_who_carries_it_out()
    {
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("hengtong");
        var number = await phone.ReportPoliceFreezeAsync();
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("li");
        await desk.TakeUpAsync(number);
        await desk.AskOfficiallyAsync("Confirms");
        await desk.JudgeNoticeAsync("Genuine");
        await desk.OpenMainActionAsync();
        await desk.InDialog("Record.Basis").FillAsync("协助冻结财产通知书");
        await desk.InDialog("Record.DocumentNumber").FillAsync("X公（刑）冻财字〔2026〕12号");
        await desk.SendDialogAsync();

        await desk.GotoAsync($"/desk/cases/{number}?tab=remedies");
        await Assertions.Expect(desk.Locator("#RT11")).ToBeVisibleAsync();
        foreach (var route in new[] { "RT1", "RT2", "RT3", "RT4", "RT5", "RT6" })
        {
            var item = desk.Locator($"#{route}");
            await Assertions.Expect(item).ToBeHiddenAsync();
            await Assertions.Expect(item.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        }

        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.Locator("#remedies #RT11")).ToHaveCountAsync(1);
        await Assertions.Expect(phone.Locator("#remedies #RT1")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refusal_leads_to_a_second_round_with_what_was_missing_and_the_last_word_to_a_legal_route()
    {
        // How a case gets so far is the whole case's journey.
        var number = (await served.ViewOf(await served.Given.Case().Of("xiangman").By("wang").At(DemoPath.Submitted))).Summary.Number;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("xiangman");
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("wang");

        await desk.RefuseAsync(number, "PAPER_MISSING", missing: "INVOICE");
        await desk.GotoAsync($"/desk/cases/{number}");
        await desk.OpenAsync("补齐材料再提交");
        await desk.SendDialogAsync();
        await phone.UploadMissingAsync(number);
        await desk.AcceptPapersAsync(number);
        await desk.OpenMainActionAsync();
        await Assertions.Expect(desk.OpenDialog()).ToContainTextAsync("第 2 次");
        await desk.InDialog("CoverNote").FillAsync("补交发票，请再次复核。");
        await desk.SendDialogAsync();

        await desk.RefuseAsync(number, "NOT_STATED", nextRoute: "RT1");
        var review = await OpenAsync("/", Device.Desk);
        await review.SignInAsync("zhao");
        await review.GotoAsync($"/desk/cases/{number}");
        await review.OpenAsync("转维权");
        await review.ChooseInDialogAsync("Route", "RT1");
        await review.InDialog("Reason").FillAsync("两次申请都被拒绝，机构称是最终答复");
        await review.SendDialogAsync();
        await desk.GotoAsync($"/desk/cases/{number}?tab=remedies");
        await desk.Locator("#RT1").GetByRole(AriaRole.Button).First.ClickAsync();
        await desk.OpenDialog().WaitForAsync();
        await desk.InDialog("Number").FillAsync("TS-2026-1");
        await desk.SendDialogAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("TS-2026-1");

        await phone.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(phone.Locator("body")).ToContainTextAsync("TS-2026-1");
    }
}
