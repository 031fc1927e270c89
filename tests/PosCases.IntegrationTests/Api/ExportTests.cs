using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.Cases.Worklist;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests.Api;

[Collection(ApiHost.Name)]
public sealed class ExportTests(ApiHost app)
{
    [Fact]
    public async Task A_list_of_several_pages_goes_out_as_it_is_and_is_written_down()
    {
        using var supervisor = await app.ProgramOf("zhao", TokenScopes.Read);
        await new BusyWorld(OptionsOf(app)).SeedAsync(2_500, CancellationToken.None);

        var answer = await supervisor.GetAsync("cases/export?format=csv&view=all");

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.Status, answer.MediaType));
        Assert.Contains("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var numbers = lines.Skip(1).Select(l => l.Split(',')[0]).ToList();
        var expected = await app.AskAsync(db => db.Set<Case>().Where(c => !c.IsRestricted).OrderBy(c => c.FiledAt).ThenBy(c => c.Serial).Select(c => c.Number).ToListAsync());
        Assert.True(expected.Count >= 2_500);
        Assert.Equal(expected, numbers);
        Assert.StartsWith("\uFEFFNumber,Status,", lines[0], StringComparison.Ordinal);
        var record = (await app.AskAsync(db => db.Set<CaseExport>().OrderByDescending(e => e.StartedAt).ToListAsync()))[0];
        Assert.Equal((expected.Count, true, "?view=all"), (record.Rows, record.IsComplete, record.Conditions));
        Assert.Equal(["ExportCases", "ExportCases"], (await app.AuditOf(record.Id.Value)).Select(e => e.Message));
    }

    [Fact]
    public async Task The_browser_gets_the_same_list_for_supervisors_alone()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);
        using var supervisor = Browser();
        await supervisor.SignInAsync("zhao@demo.example", ApiHost.Password);
        using var answer = await supervisor.FetchAsync($"/desk/export?status=filed&q={number}&format=Xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("PK", Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 0, 2));

        using var agent = Browser();
        await agent.SignInAsync("li@demo.example", ApiHost.Password);
        using var refused = await agent.FetchAsync("/desk/export?format=Csv");
        Assert.Equal((HttpStatusCode.Redirect, "/refused"), (refused.StatusCode, refused.Headers.Location!.AbsolutePath));
    }

    [Fact]
    public async Task A_restricted_case_goes_out_to_nobody_who_may_not_see_it()
    {
        var (id, number) = await app.CaseAtAsync(DemoPath.Verifying);
        var version = (await app.ViewOf(id)).Case.Version;
        var sun = app.CallerOf("sun").Id;
        var restricted = await app.As("sun").Send(new RestrictCase.Command(id, version, default, "words", [sun], HideFromMerchantStaff: false));
        Assert.Null(restricted.Error);

        using var zhao = await app.ProgramOf("zhao", TokenScopes.Read);
        using var named = await app.ProgramOf("sun", TokenScopes.Read);

        Assert.DoesNotContain(number, (await zhao.GetAsync("cases/export?view=all&status=verification")).Text, StringComparison.Ordinal);
        Assert.Contains(number, (await named.GetAsync("cases/export?view=all&status=verification")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_export_of_another_and_none_ends_twice()
    {
        var id = (await app.As("zhao").Send(new ExportCases.Command("?view=all", ExportFormat.Csv))).Value;

        Assert.IsType<NotFound>((await app.As("sun").Send(new ExportCases.EndCommand(id, 1, true))).Error);
        Assert.Null((await app.As("zhao").Send(new ExportCases.EndCommand(id, 1, true))).Error);
        Assert.IsType<NotFound>((await app.As("zhao").Send(new ExportCases.EndCommand(id, 2, true))).Error);
    }

    [Theory]
    [InlineData("format=pdf")]
    [InlineData("limit=5")]
    [InlineData("after=x")]
    public async Task What_an_export_does_not_know_is_refused(string query)
    {
        using var supervisor = await app.ProgramOf("zhao", TokenScopes.Read);

        Assert.Equal("Invalid", (await supervisor.GetAsync("cases/export?" + query)).Code);
    }

    private static PosCasesOptions OptionsOf(ApiHost host) =>
        CoreHosting.ReadOptions(host.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>(), host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>());

    private Visitor Browser() => new(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
}
