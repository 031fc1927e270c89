using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.Institutions;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases.Triage;

/// <summary>Triage as a phone without scripts walks it: through the real host, from the first question into a case.</summary>
public sealed class TriageFlowTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Scam = "told=Phone&ask=SmsCode&ask=Fee&terminal=AllWorks&official=NotLooked";

    [Fact]
    public async Task The_lines_to_call_come_from_the_directory_for_everybody_and_change_with_it()
    {
        using var visitor = new Visitor(host);
        await ImportAsync();
        var before = await visitor.GetAsync("/triage/result?" + Scam);
        await host.AskAsync(async db =>
        {
            var channel = await db.Set<InstitutionChannel>().SingleAsync(c => c.Value == "96110");
            db.Entry(channel).Property(c => c.Value).CurrentValue = "000-96110";
            return await db.SaveChangesAsync();
        });

        var after = await visitor.GetAsync("/triage/result?" + Scam);

        Assert.Contains("tel:96110", before.Html, StringComparison.Ordinal);
        Assert.Contains("tel:000-96110", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("tel:96110", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_travel_through_registering_into_the_draft_and_the_case()
    {
        using var visitor = new Visitor(host);
        var toCase = await visitor.GetAsync("/triage/file?" + Scam);
        Assert.StartsWith("/account/register?returnUrl=", toCase.Location, StringComparison.Ordinal);
        var registered = await visitor.SubmitAsync(
            toCase.Location!, "register", ("Input.MerchantName", "Noodle House"), ("Input.Kind", "Micro"), ("Input.DisplayName", "Chen"),
            ("Input.UserName", $"t{Guid.NewGuid():N}@example.cn"), ("Input.Password", AccountHost.Password));
        Assert.Equal("/my/new?" + Scam, registered.Location);

        var step = (await visitor.SubmitAsync(registered.Location!, "start-draft")).Location!;
        Assert.Matches("name=\"ToldBy\" value=\"Phone\" checked", (await visitor.GetAsync(step)).Html);
        foreach (var _ in Enumerable.Range(1, 4))
        {
            var fields = step.EndsWith("/1", StringComparison.Ordinal) ? new[] { ("Demands", "SmsCode"), ("Demands", "Fee"), ("go", "next") } : [("go", "next")];
            step = (await visitor.SubmitAsync(step, "filing-step", fields)).Location!;
        }

        var filed = await visitor.SubmitAsync(step, "filing-review", ("commandId", Guid.NewGuid().ToString()));

        var number = filed.Location!.Split('/', '?')[3];
        var told = (await host.AskAsync(db => db.Set<Case>().SingleAsync(c => c.Number == number))).Told;
        Assert.Equal([Demand.SmsCode, Demand.Fee], told.Demands);
        Assert.Equal((TerminalSign.AllWorks, OfficialSign.NotLooked), (told.Triage!.Terminal, told.Triage.Official));
    }

    [Fact]
    public async Task Somebody_who_is_signed_in_goes_straight_on()
    {
        using var owner = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var agent = await host.VisitAsync(await host.OpenAsync(Role.Agent));

        Assert.Equal("/my/new?" + Scam, (await owner.GetAsync("/triage/file?" + Scam)).Location);
        Assert.Equal("/desk/file", (await agent.GetAsync("/triage/file?" + Scam)).Location);
    }

    [Fact]
    public async Task The_self_check_before_a_case_is_kept_with_it()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);

        await visitor.SubmitAsync("/my/new?network=Fault&errorcode=Fault&shown=Z3", "start-draft", ("SerialNumber", "SN-77"), ("Model", "P2"));

        var draft = await host.AskAsync(db => db.Set<CaseDraft>().SingleAsync(d => d.PersonId == owner.Id.Value));
        await host.SendAsync(new FileCase.Command(CaseHost.Form with { Device = draft.Form.Device }, owner.Merchant, draft.Id), await host.CallerOf(owner));
        var kept = await host.AskAsync(db => db.Set<DeviceCheck>().SingleAsync(k => k.ById == owner.Id.Value));
        Assert.Equal(("Z3", "SN-77", "P2", DeviceOutcome.DeviceFault), (kept.Snapshot.ErrorCode, kept.Snapshot.SerialNumber, kept.Snapshot.Model, kept.Snapshot.Outcome));
    }

    [Fact]
    public async Task On_an_open_case_the_merchant_says_that_it_works_again_and_the_agent_has_the_ball()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var told = await visitor.SubmitAsync($"/device-check/result?works=1&case={number}", "keep-device", ("SerialNumber", "SN-1"));
        await StartAsync(number);

        Assert.Equal($"/my/cases/{number}#terminal", told.Location);
        var view = await ViewAsync(number);
        Assert.Equal((PosCases.Cases.Worklist.NextStepKind.ConfirmWorksAgain, Ball.Agent), (view.Summary.Next.Kind, view.Summary.Next.Ball));
        Assert.Equal("SN-1", Assert.Single(view.Case.DeviceChecks).Snapshot.SerialNumber);
    }

    [Fact]
    public async Task A_check_of_another_merchants_case_is_refused_in_words()
    {
        var (_, number) = await host.OwnerWithCaseAsync();
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        var refused = await stranger.SubmitAsync($"/device-check/result?works=1&case={number}", "keep-device");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Empty((await ViewAsync(number)).Case.DeviceChecks);
    }

    [Fact]
    public async Task A_case_sleeps_through_maintenance_wakes_asks_once_and_the_answer_is_kept()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var agent = await StartAsync(number);
        var view = await ViewAsync(number);
        var until = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(2);
        var waits = await host.SendAsync(new WaitForMaintenance.Command(view.Case.Id, view.Summary.Version, "in the app", until), agent);
        Assert.True(waits.Succeeded, waits.Error?.Code);
        Assert.Equal("NotFound.Recheck", (await host.SendAsync(new AnswerRecheck.Command(view.Case.Id, true), await host.CallerOf(owner))).Error!.Code);

        await host.SendAsync(new WakeCase.Command(view.Case.Id, (await ViewAsync(number)).Summary.Version), agent);
        var asked = await ViewAsync(number);
        var page = await visitor.GetAsync($"/my/cases/{number}");
        var answered = await visitor.SubmitAsync($"/my/cases/{number}", "recheck", ("works", "no"));
        await visitor.SubmitAsync($"/my/cases/{number}", "recheck", ("works", "yes"));

        Assert.Equal((PosCases.Cases.Worklist.NextStepKind.Recheck, Ball.Merchant), (asked.Summary.Next.Kind, asked.Summary.Next.Ball));
        Assert.Contains("name=\"works\" value=\"yes\"", page.Html, StringComparison.Ordinal);
        Assert.Equal($"/my/cases/{number}#terminal", answered.Location);
        var after = await ViewAsync(number);
        Assert.Equal((false, PosCases.Cases.Worklist.NextStepKind.VerifyNotice), (Assert.Single(after.Case.Rechecks).Works, after.Summary.Next.Kind));
    }

    [Fact]
    public async Task The_date_of_maintenance_makes_a_reminder_for_ones_own_calendar()
    {
        using var visitor = new Visitor(host, "en");

        using var reminder = await visitor.FetchAsync("/triage/reminder.ics?told=App&terminal=MaintenanceShown&official=NotLooked&until=2026-11-25");
        var past = await visitor.GetAsync("/triage/reminder.ics?told=App&terminal=MaintenanceShown&official=NotLooked&until=2020-01-01");

        Assert.Equal("text/calendar", reminder.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART:20261125T010000Z", await reminder.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("/triage/result?told=App&terminal=MaintenanceShown&official=NotLooked", past.Location);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_open_page_of_triage_answers_in_both_languages_with_every_text(string language)
    {
        await ImportAsync();
        using var visitor = new Visitor(host, language);
        string[] pages =
        [
            "/", "/triage", "/triage/2?told=App", "/triage/3?told=App&terminal=Unknown", "/triage/now", "/first-aid", "/scams", "/triage/result?" + Scam,
            "/triage/result?told=Phone&given=Code&given=Terminal", "/triage/result?told=App&terminal=NoPower&official=NothingUnusual",
            "/triage/result?told=App&terminal=SalesRefused&official=MaintenanceNotice", "/triage/result?told=App&terminal=SalesRefused&official=MeasureNotice",
            "/triage/result?told=App&terminal=PayoutMissing&official=NotLooked", "/device-check/result?works=1", "/device-check/result?power=Fault",
            "/device-check/result?othercard=Fault", "/device-check/result?power=Fine", "/device-check",
            .. Enumerable.Range(2, 6).Select(step => $"/device-check/{step}?power=Fine&network=Fine&sim=Fine&software=Fine&errorcode=Fine&othercard=Fine"),
        ];

        foreach (var path in pages)
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            // A text that is missing shows its key.
            Assert.DoesNotMatch(@">\s*(?:[A-Z][A-Za-z]+\.)+[A-Z][A-Za-z]*\s*<", page.Html);
        }
    }

    private Task<PosCases.Platform.Messages.Result> ImportAsync() => host.SendAsync(new ImportInstitutions.Command(WithDemo: false), Caller.System);

    private async Task<Caller.Person> StartAsync(string number)
    {
        var agent = await host.CallerOf(await host.OpenAsync(Role.Agent));
        var view = await ViewAsync(number);
        await host.SendAsync(new StartVerification.Command(view.Case.Id, view.Summary.Version), agent);
        return agent;
    }

    private async Task<CaseView> ViewAsync(string number) =>
        (await host.SendAsync(new ViewCase.Query(number), await host.CallerOf(await host.OpenAsync(Role.Supervisor)))).Value;
}
