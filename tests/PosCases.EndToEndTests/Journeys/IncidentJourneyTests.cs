using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.EndToEndTests.Journeys;

public sealed class IncidentJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private const int Merchants = 200;
    private const string News = "机构已确认这次暂停影响多家商户，正在逐户核实。";

    private readonly ServedApp served = app;

    [Fact]
    public async Task A_supervisor_tells_two_hundred_merchants_at_once_one_of_them_reads_it_on_the_phone_and_the_incident_ends_with_a_report()
    {
        var numbers = await FileAsync();
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/incidents");
        await desk.OpenAsync("打开事件");
        await desk.InDialog("Title").FillAsync("星河集中暂停（二百家）");
        await desk.InDialog("Facts.FrozenBy").FillAsync("星河支付（演示）");
        await desk.SendDialogAsync();
        await desk.ArrivesAsync("**/incidents/PL-*");
        var incident = new Uri(desk.Url).AbsolutePath;

        await desk.OpenAsync("归入案件");
        await desk.InDialog("Numbers").FillAsync(string.Join(' ', numbers));
        await desk.OpenDialog().Locator(".dialog-footer .btn-primary").ClickAsync();
        await desk.OpenDialog().GetByRole(AriaRole.Button, new() { Name = $"选好 {Merchants} 个" }).ClickAsync();
        await desk.OpenDialog().GetByRole(AriaRole.Button, new() { Name = $"归入 {Merchants} 个" }).ClickAsync();
        await Assertions.Expect(desk.OpenDialog().Locator(".bulk-results li[data-state=Done]")).ToHaveCountAsync(Merchants, new() { Timeout = 120_000 });
        await desk.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "完成" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".incident-top")).ToContainTextAsync($"{Merchants} 个案件，{Merchants} 家商户");

        await desk.OpenAsync("发统一通知");
        await desk.InDialog("TextZh").FillAsync(News);
        await desk.SendDialogAsync();
        await Assertions.Expect(desk.Locator(".joint-notice")).ToContainTextAsync($"已完成 {Merchants} / {Merchants} 家商户", new() { Timeout = 120_000 });
        await desk.Locator(".joint-notice summary").ClickAsync();
        await Assertions.Expect(desk.Locator(".deliveries tbody tr")).ToHaveCountAsync(50);
        await Assertions.Expect(desk.Locator(".joint-notice .pager-text")).ToContainTextAsync($"共 {Merchants} 家");

        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        await phone.GotoAsync($"/my/cases/{numbers[0]}");
        await Assertions.Expect(phone.Locator("#incident")).ToContainTextAsync(News);
        Assert.DoesNotContain("二百家", await phone.ContentAsync(), StringComparison.Ordinal);
        Assert.True(await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));

        await desk.GotoAsync(incident);
        await desk.OpenAsync("结束事件");
        await desk.InDialog("Summary").FillAsync("机构已统一恢复，个案继续核对到账。");
        await desk.SendDialogAsync();
        await desk.GotoAsync($"{incident}/report");
        await Assertions.Expect(desk.Locator(".score")).ToContainTextAsync($"{Merchants}");
        await Assertions.Expect(desk.Locator(".report-lines tbody tr")).ToHaveCountAsync(Merchants);
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("机构已统一恢复");
    }

    // The shop of the demo first, then as many others as are wanted; all by the door, as the desk would file them.
    private async Task<IReadOnlyList<string>> FileAsync()
    {
        var institution = await served.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-XINGHE").Select(i => i.Id).SingleAsync());
        var form = new FilingForm
        {
            ToldBy = NoticeChannel.App,
            NothingDemanded = true,
            Wording = "系统维护期间暂停划款",
            Measure = MeasureKind.SettlementDelay,
            ImposedBy = ImposedBy.Acquirer,
            Institution = institution,
            Amount = 1200m,
            Reason = ReasonGiven.NoReason,
        };
        List<string> numbers = [(await served.As("huanan").Send(new FileCase.Command(form, null, null))).Value.Number];
        for (var at = 1; at < Merchants; at++)
        {
            var shop = await served.As("li").Send(new CreateMerchant.Command(new MerchantProfile($"商户{at:000}", MerchantKind.Micro, null, null, "示范市", null), null, null));
            numbers.Add((await served.As("li").Send(new FileCase.Command(form, shop.Value, null))).Value.Number);
        }

        return numbers;
    }
}
