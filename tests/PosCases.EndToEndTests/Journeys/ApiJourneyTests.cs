using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

public sealed class ApiJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private readonly ServedApp served = app;

    [Fact]
    public async Task A_supervisor_makes_a_token_a_program_files_a_case_with_it_and_the_list_goes_out_as_a_file()
    {
        var ct = TestContext.Current.CancellationToken;
        var desk = await OpenAsync("/", Device.Desk);
        await desk.SignInAsync("zhao");
        await desk.GotoAsync("/account/tokens");
        await desk.Named("Input.Name").FillAsync("每日对账");
        await desk.Locator("input[name='Input.Scopes'][value=Read]").CheckAsync();
        await desk.Locator("input[name='Input.Scopes'][value=Write]").CheckAsync();
        await desk.Named("Input.Current").FillAsync(TestSupport.TestHost.Password);
        await desk.GetByRole(AriaRole.Button, new() { Name = "创建令牌" }).ClickAsync();
        var token = await desk.Locator("#new-token").InputValueAsync();
        Assert.StartsWith("pcs_", token, StringComparison.Ordinal);

        // What curl would send.
        using var program = new HttpClient { BaseAddress = served.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        program.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        var known = await program.GetFromJsonAsync<JsonElement>("/api/v1/me", ct);
        Assert.Equal("supervisor", known.GetProperty("role").GetString());
        var merchant = await served.AskAsync(db => Task.FromResult(db.Set<Merchants.Merchant>().Select(m => m.Id).First().Value));
        using var filed = await program.PostAsJsonAsync(
            "/api/v1/cases", new { merchant, toldBy = "noNotice", measure = "unknown", imposedBy = "unknown", reason = "noReason" }, ct);
        Assert.Equal(System.Net.HttpStatusCode.Created, filed.StatusCode);
        var number = (await filed.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("number").GetString()!;

        await desk.GotoAsync("/desk?view=all&status=filed");
        await Interactive(desk);
        await Assertions.Expect(desk.GetByText(number).First).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync();
        var file = await desk.RunAndWaitForDownloadAsync(() => desk.OpenDialog().Locator("a[download]").First.ClickAsync());
        Assert.Contains(number, await File.ReadAllTextAsync(await file.PathAsync(), ct), StringComparison.Ordinal);
        await Assertions.Expect(desk.OpenDialog()).ToContainTextAsync("完成");

        await desk.GotoAsync("/account/tokens");
        await desk.Locator("li details summary").First.ClickAsync();
        await desk.Locator("li details[open] button[name=Revoke]").ClickAsync();
        await Assertions.Expect(desk.GetByText("令牌已撤销。")).ToBeVisibleAsync();
        using var refused = await program.GetAsync("/api/v1/me", ct);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
