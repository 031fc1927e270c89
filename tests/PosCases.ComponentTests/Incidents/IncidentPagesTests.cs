using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.ComponentTests.Desk;
using PosCases.Incidents;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Web.Incidents;

namespace PosCases.ComponentTests.Incidents;

public sealed class IncidentPagesTests : DeskContext
{
    private static readonly Incident Open = Incident.Open(3, "One bank, one day", IncidentMarks.None, new SharedFacts { FrozenBy = "Example Bank" }, Wang, CaseWorld.Now);

    [Fact]
    public void A_suggestion_stands_above_the_open_incidents_with_its_reasons()
    {
        SignIn(Wang);
        var suggested = Incident.Suggest(4, Suggestion(), CaseWorld.Now);
        Mediator.On<ListIncidents.Query>(q => Answer(ListOf(q.Status == IncidentStatus.Suggested ? suggested : Open, mayManage: true)));

        var page = Render<IncidentsPage>();

        Assert.Contains("usually about 1.5", page.Find(".incident-reasons").TextContent, StringComparison.Ordinal);
        Assert.Contains("/incidents/PL-2026-0004?tab=suggested", page.Find(".card-actions a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("PL-2026-0003", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_who_manages_incidents_is_offered_to_open_accept_or_close_one()
    {
        SignIn(Li);
        Given(ViewOf(Open) with { MayManage = false });

        var page = RenderIncident();

        Assert.Empty(page.FindAll(".page-head-actions button"));
        Assert.Contains("Example Bank", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_are_found_by_pasted_numbers_shown_confirmed_and_put_in_one_by_one_with_a_result_each()
    {
        SignIn(Wang);
        Given(ViewOf(Open));
        CaseSummary[] rows = [Row(201), Row(202)];
        Mediator.On<FindCasesByNumber.Query>(_ => Answer<IReadOnlyList<CaseSummary>>(rows));
        Mediator.On<AddToIncident.Command>(c => c.Case == rows[0].Id ? Result.Ok : new IncidentRefused(IncidentRefusal.HasCase));
        var page = RenderIncident();

        page.Find(".incident-acts button").Click();
        page.Find("dialog textarea").Change("see FZ-2026-000201, fz-2026-000202 and FZ-2026-000201");
        page.Find("dialog form").Submit();
        page.FindAll("dialog .dialog-footer .btn-primary").Single().Click();
        page.Find("dialog .dialog-footer .btn-primary").Click();

        Assert.Equal(["FZ-2026-000201", "FZ-2026-000202"], Mediator.Only<FindCasesByNumber.Query>().Numbers);
        Assert.Equal(["Done", "Refused"], page.FindAll(".bulk-results li").Select(li => li.GetAttribute("data-state")));
        Assert.Equal(2, Mediator.Sent.OfType<AddToIncident.Command>().Select(c => c.CommandId).Distinct().Count());
    }

    [Fact]
    public void A_joint_notice_is_prepared_in_both_languages_and_sent_once()
    {
        SignIn(Wang);
        Given(ViewOf(Open));
        Mediator.On<SendJointNotice.Command>(_ => Answer(new SendJointNotice.Sending(Guid.NewGuid(), 3)));
        var page = RenderIncident();

        page.Find(".page-head-actions .btn-primary").Click();
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<SendJointNotice.Command>();
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", sent.TextZh);
        Assert.Contains("Several merchants", sent.TextEn, StringComparison.Ordinal);
        Assert.Null(IncidentGuard.RefuseFaults(("zh", sent.TextZh), ("en", sent.TextEn)));
    }

    [Fact]
    public void What_became_of_a_notice_is_told_merchant_by_merchant()
    {
        SignIn(Wang);
        var notice = JointNotice.Of(Guid.NewGuid(), Open.Id, "zh", "en", Wang, CaseWorld.Now);
        Given(ViewOf(Open) with { Notices = [new ViewIncident.NoticeRow(notice, new Dictionary<DeliveryState, int> { [DeliveryState.Sent] = 1, [DeliveryState.NoAccount] = 1 }, 2)] });
        Mediator.On<ListDeliveries.Query>(_ => Answer(new Page<ListDeliveries.Row>(
            [
                new(MerchantId.New(), "Noodles", "FZ-2026-000201", DeliveryState.Sent, 2, CaseWorld.Now),
                new(MerchantId.New(), "Tea", "FZ-2026-000202", DeliveryState.NoAccount, 0, CaseWorld.Now),
            ],
            2, 1, 50)));
        Navigate("?tab=notices");
        var page = RenderIncident();

        page.Find(".joint-notice summary").Click();

        Assert.Equal(["Sent", "NoAccount"], page.FindAll(".deliveries tbody tr").Select(r => r.GetAttribute("data-state")));
        Assert.Contains("2", page.Find(".joint-notice .card-actions button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_adds_up_and_leads_to_every_case()
    {
        SignIn(Li);
        var report = new IncidentReport(
            [new ReportLine(CaseId.New(), "FZ-2026-000201", "Noodles", CaseStatus.Closed, Outcome.FullyUnfrozen, 100m, 100m, 4)],
            [new ReportGroup(CaseStatus.Closed, Outcome.FullyUnfrozen, 1, 100m, 100m)], 1, 0, new ReleaseTimes(1, 4, 4, 4, 4, 4));
        Mediator.On<ViewIncidentReport.Query>(_ => Answer(new ViewIncidentReport.Answer(Open, report, CaseWorld.Now)));

        var page = Render<ReportPage>(p => p.Add(r => r.Number, Open.Number));

        Assert.Equal("/desk/cases/FZ-2026-000201", page.Find(".report-lines a").GetAttribute("href"));
        Assert.Contains("¥100.00", page.Find(".score").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_at_the_desk_shows_what_is_true_of_the_whole_incident_beside_its_own_facts()
    {
        Given(CaseWorld.NewCase(), Li);
        Mediator.On<ViewIncidentsOfCase.Query>(_ => Answer<IReadOnlyList<Incident>>([Open]));

        var page = Render<PosCases.Web.Desk.CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));

        Assert.Contains("One bank, one day", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Example Bank", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Example Acquirer", page.Find(".five").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merchant_reads_that_he_is_one_of_several_and_the_notice_but_no_title_and_no_number()
    {
        Mediator.On<ViewMyIncident.Query>(_ => Answer<IReadOnlyList<ViewMyIncident.Mine>>([new(true, Open.Facts, [new ViewMyIncident.Notice("zh", "News for all.", CaseWorld.Now)])]));

        var card = Render<MyIncidentCard>(p => p.Add(c => c.Id, CaseId.New()));

        Assert.Contains("News for all.", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Open.Title, card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Open.Number, card.Markup, StringComparison.Ordinal);
    }

    private void Given(ViewIncident.View view)
    {
        Mediator.On<ViewIncident.Query>(_ => Answer(view));
        Mediator.On<ListIncidentCases.Query>(_ => Answer(new Page<CaseSummary>([], 0, 1, 50)));
    }

    private void Navigate(string query) =>
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"/incidents/{Open.Number}{query}");

    private IRenderedComponent<IncidentPage> RenderIncident() => Render<IncidentPage>(p => p.Add(i => i.Number, Open.Number));

    private static ViewIncident.View ViewOf(Incident incident) =>
        new(incident, new Dictionary<CaseStatus, int> { [CaseStatus.Filed] = 3 }, 3, 0, []) { MayManage = true };

    private static CaseSummary Row(long serial) => CaseWorld.ViewOf(CaseWorld.NewCase(serial), Wang).Summary;

    private static ListIncidents.Answer ListOf(Incident incident, bool mayManage) =>
        new(new Page<ListIncidents.Row>([new(incident, 6, 5, 6)], 1, 1, 25), new Dictionary<IncidentStatus, int>()) { MayManage = mayManage };

    private static IncidentSuggestion Suggestion() => new(
        "Institution:x", "Example Bank", IncidentMarks.None, [new SuggestionReason(SuggestionTrait.Institution, "Example Bank", 6, 1.5)],
        [new SuggestedCase(CaseId.New(), MerchantId.New())]);
}
