using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PosCases.Cases;
using PosCases.Cases.Import;

namespace PosCases.EndToEndTests.Journeys;

public sealed partial class SupervisionJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private const string List =
        "原编号,商户名称,受理日期,结案日期,结果,冻结金额\nOLD-1,旧街面馆,2024-03-01,2024-04-01,全部解除,1200\nOLD-2,旧街面馆,03/04/2024,,,\n";

    private readonly ServedApp served = app;

    [Fact]
    public async Task A_supervisor_brings_in_an_old_list_sees_what_is_wrong_and_takes_in_the_rest()
    {
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/desk/import");
        await desk.ReadyAsync();
        await desk.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "old.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) });
        await desk.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(desk).ToHaveURLAsync(OneImport());

        await desk.ReadyAsync();
        await desk.Locator("[name='Choices.Source']").FillAsync("旧系统");
        await desk.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(desk.GetByText("检查完毕：1 个案件可以导入")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(desk.GetByText("年份放在最前面")).ToBeVisibleAsync();

        await desk.GetByRole(AriaRole.Button, new() { Name = "导入 1 个案件" }).ClickAsync();
        await desk.OpenDialog().Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(desk.GetByText("导入完成")).ToBeVisibleAsync(new() { Timeout = 15_000 });

        var number = await served.AskAsync(db => db.Set<CaseOrigin>().Where(o => o.Number == "OLD-1").Join(db.Set<Case>(), o => o.CaseId, c => c.Id, (o, c) => c.Number).SingleAsync());
        await desk.GotoAsync($"/desk/cases/{number}");
        await Assertions.Expect(desk.Locator("main .page-head").GetByText("历史案件")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/desk/import/[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex OneImport();
}
