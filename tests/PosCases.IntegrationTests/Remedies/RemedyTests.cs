using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Routes;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Remedies;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Remedies;

/// <summary>Routes and filings through the door.</summary>
public sealed class RemedyTests(QuietHost app) : IClassFixture<QuietHost>
{
    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    [Theory]
    [InlineData("RT1")]
    [InlineData("RT2")]
    [InlineData("RT3")]
    [InlineData("RT4")]
    [InlineData("RT5")]
    [InlineData("RT6")]
    public async Task A_freeze_of_the_police_is_refused_every_complaint_to_an_institution(string route)
    {
        var id = await FrozenByPolice();

        var filed = await FileAsync(id, route, RouteLibrary.Find(route)!.Steps[0].Code);

        Assert.Equal(new RouteDoesNotFit(route), filed.Error);
        Assert.Empty((await app.ViewOf(id)).Case.Filings);
    }

    [Fact]
    public async Task Police_froze_the_complaint_is_filed_its_thirty_days_run_from_receipt_and_a_second_one_asks_first()
    {
        var id = await FrozenByPolice();
        var received = Today.AddDays(-1);

        var first = await FileAsync(id, "RT11", "complaint-196", received: received);
        var second = await FileAsync(id, "RT11", "procuratorate");
        var confirmed = await FileAsync(id, "RT11", "procuratorate", confirmed: true);

        Assert.True(first.Succeeded, first.Error?.Code);
        Assert.IsType<RouteNeedsConfirmation>(second.Error);
        Assert.True(confirmed.Succeeded, confirmed.Error?.Code);
        var filings = (await app.ViewOf(id)).Case.Filings;
        var due = WorkCalendar.WeekendsOnly.OnOrAfter(received.AddDays(30));
        Assert.Equal((due, ClockBasis.Received), (filings[0].AnswerDueOn!.Value, filings[0].ClockFrom));
        Assert.Equal((null, true), (filings[1].AnswerDueOn, filings[1].SecondRouteConfirmed));
        Assert.Equal(ShanghaiTime.EndOf(due), (await app.ViewOf(id)).Case.RouteDueAt);
    }

    [Fact]
    public async Task The_merchant_reads_his_filings_and_the_worklist_shows_the_answer_that_is_due()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        await FileAsync(id, "RT3", "objection", sent: Today.AddDays(-20));

        var seen = (await app.As("huanan").Send(new ViewCase.Query((await app.ViewOf(id)).Case.Number))).Value;
        var row = (await app.As("li").Send(new ListCases.Query(WorkView.Overdue, new CaseFilter()))).Value.Rows.SingleOrDefault(r => r.Id == id);

        Assert.Equal(ClockBasis.Sent, Assert.Single(seen.Case.Filings).ClockFrom);
        Assert.Equal(NextStepKind.FollowUp, row!.Next.Kind);
        Assert.Contains(await app.EventsOf(id), e => e.Kind == CaseEventKind.RouteFiled && e.Details["route"] == "RT3");
    }

    [Fact]
    public async Task An_answer_and_a_withdrawal_take_the_date_out_of_the_worklist()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var objection = (await FileAsync(id, "RT3", "objection", sent: Today.AddDays(-20))).Value;
        var complaint = (await FileAsync(id, "RT1", "complaint")).Value;

        Assert.Null((await app.As("li").Send(new RecordRouteAnswer.Command(id, await VersionOf(id), objection, Today, RouteResult.NoAnswer, null))).Error);
        Assert.Null((await app.As("li").Send(new WithdrawRoute.Command(id, await VersionOf(id), complaint, "settled"))).Error);

        var made = (await app.ViewOf(id)).Case;
        Assert.Null(made.RouteDueAt);
        Assert.Equal([FilingState.Answered, FilingState.Withdrawn], made.Filings.Select(f => f.State));
        var advice = (await app.As("huanan").Send(new ViewRemedies.Query(id))).Value;
        Assert.Equal(RouteFit.Fits, advice.Single(a => a.Route.Code == "RT7").Fit);
    }

    [Fact]
    public async Task The_day_of_receipt_counts_the_term_anew_and_cannot_be_before_the_sending()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var filing = (await FileAsync(id, "RT3", "objection", sent: Today.AddDays(-4))).Value;

        var early = await app.As("li").Send(new RecordRouteReceipt.Command(id, await VersionOf(id), filing, Today.AddDays(-5), null, null));
        Assert.Null((await app.As("li").Send(new RecordRouteReceipt.Command(id, await VersionOf(id), filing, Today, "N-9", null))).Error);

        Assert.Equal("Route.ReceivedBeforeSent", Assert.IsType<Invalid>(early.Error).Fields[0].Code);
        var stored = Assert.Single((await app.ViewOf(id)).Case.Filings);
        Assert.Equal((WorkCalendar.WeekendsOnly.OnOrAfter(Today.AddDays(15)), "N-9"), (stored.AnswerDueOn!.Value, stored.Number));
    }

    [Fact]
    public async Task A_supervisor_takes_only_a_route_that_fits()
    {
        var id = await app.Given.Case().At(DemoPath.ClosedRefused);

        var unfit = await app.As("zhao").Send(new TakeLegalRoute.Command(id, await VersionOf(id), "RT11", "refused"));
        var unknown = await app.As("zhao").Send(new TakeLegalRoute.Command(id, await VersionOf(id), "complaint", "refused"));
        var fitting = await app.As("zhao").Send(new TakeLegalRoute.Command(id, await VersionOf(id), "RT7", "refused"));

        Assert.Equal(new RouteDoesNotFit("RT11"), unfit.Error);
        Assert.Equal("Route.Unknown", Assert.IsType<Invalid>(unknown.Error).Fields[0].Code);
        Assert.Null(fitting.Error);
        Assert.Equal(CaseStatus.LegalRoute, (await app.ViewOf(id)).Case.Status);
    }

    [Fact]
    public async Task The_central_banks_line_is_closed_to_a_company_and_comes_after_the_institution_for_others()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var kind = (await app.ViewOf(id)).Summary.MerchantKind;

        var filed = await FileAsync(id, "RT6", "complaint");

        Assert.Equal(kind == PosCases.Merchants.MerchantKind.Company ? typeof(RouteDoesNotFit) : typeof(RouteTooEarly), filed.Error!.GetType());
    }

    private async Task<CaseId> FrozenByPolice()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var police = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-POLICE-DONGHAI").Select(i => i.Id).SingleAsync());
        var measures = (await app.ViewOf(id)).Case.Measures;
        foreach (var measure in measures)
        {
            var recorded = await app.As("li").Send(new RecordMeasure.Command(id, await VersionOf(id), measure.Id, new MeasureRecord
            {
                Kind = MeasureKind.JudicialFreeze,
                ImposedBy = ImposedBy.Police,
                Institution = police,
                Basis = "notice",
                DocumentNumber = "DOC-8",
            }));
            Assert.Null(recorded.Error);
        }

        return id;
    }

    private async Task<Result<Guid>> FileAsync(
        CaseId id, string route, string step, DateOnly? sent = null, DateOnly? received = null, bool confirmed = false)
    {
        var filedOn = sent ?? received ?? Today;
        return await app.As("li").Send(new FileRoute.Command(
            id, await VersionOf(id), route, step, null, "The body", filedOn, sent, received, "N-1", "stamped copy", null, confirmed));
    }

    private async Task<Guid> VersionOf(CaseId id) => (await app.ViewOf(id)).Summary.Version;
}
