using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
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
    public async Task The_central_banks_line_is_closed_to_a_company_and_open_to_others_without_having_asked_the_institution()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var kind = (await app.ViewOf(id)).Summary.MerchantKind;

        var filed = await FileAsync(id, "RT6", "complaint");

        Assert.Equal(kind == PosCases.Merchants.MerchantKind.Company ? new RouteDoesNotFit("RT6") : null, filed.Error);
    }

    [Theory]
    [InlineData("RT11")]
    [InlineData("RT12")]
    [InlineData("RT9")]
    public async Task A_last_word_cannot_name_a_route_that_is_not_open_or_only_informs(string route)
    {
        var id = await app.Given.Case().At(DemoPath.Submitted);

        var refused = await RefuseAsync(id, route);

        var field = Assert.Single(Assert.IsType<Invalid>(refused.Error).Fields);
        Assert.Equal(("Refusal.NextRoute", "Route.NextNotOpen"), (field.Field, field.Code));
        Assert.All((await app.ViewOf(id)).Case.Rounds, r => Assert.Null(r.Answer));
    }

    [Fact]
    public async Task A_last_word_names_a_route_that_is_open()
    {
        var id = await app.Given.Case().At(DemoPath.Submitted);

        Assert.Null((await RefuseAsync(id, "RT7")).Error);

        Assert.Equal("RT7", (await app.ViewOf(id)).Case.Rounds[^1].NextRoute);
    }

    [Fact]
    public async Task A_route_is_filed_only_with_a_body_of_the_directory_that_takes_it()
    {
        var id = await FrozenByPolice();

        var bank = await FileAsync(id, "RT11", "unit", with: await InstitutionOf("DEMO-DONGHAI-BANK"));
        var court = await FileAsync(id, "RT11", "procuratorate", with: await InstitutionOf("DEMO-COURT"));
        var police = await FileAsync(id, "RT11", "unit", with: await InstitutionOf("DEMO-POLICE-DONGHAI"));

        var field = Assert.Single(Assert.IsType<Invalid>(bank.Error).Fields);
        Assert.Equal(("Institution", "Route.BodyDoesNotSuit"), (field.Field, field.Code));
        Assert.IsType<Invalid>(court.Error);
        Assert.Null(police.Error);
        Assert.Single((await app.ViewOf(id)).Case.Filings);
    }

    [Fact]
    public async Task What_follows_on_acceptance_is_due_only_from_the_day_that_is_recorded_for_it()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var report = (await FileAsync(id, "RT8", "report", received: Today.AddDays(-9))).Value;
        Assert.Null((await app.As("li").Send(new RecordRouteAnswer.Command(id, await VersionOf(id), report, Today, RouteResult.Granted, null))).Error);

        var investigation = await FileAsync(id, "RT8", "investigation", sent: Today.AddDays(-4));
        var unknown = (await app.ViewOf(id)).Case.Filings[1].AnswerDueOn;
        Assert.Null((await app.As("li").Send(new RecordRouteReceipt.Command(id, await VersionOf(id), investigation.Value, Today.AddDays(-1), null, null))).Error);

        Assert.Null(unknown);
        var filings = (await app.ViewOf(id)).Case.Filings;
        Assert.Equal(WorkCalendar.WeekendsOnly.AddWorkingDays(Today.AddDays(-9), 5), filings[0].AnswerDueOn);
        Assert.Equal(WorkCalendar.WeekendsOnly.AddWorkingDays(Today.AddDays(-1), 30), filings[1].AnswerDueOn);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_outside_this_century_is_refused_with_words(string typed)
    {
        var day = DateOnly.Parse(typed, System.Globalization.CultureInfo.InvariantCulture);
        var id = await app.Given.Case().At(DemoPath.Answered);
        var filing = (await FileAsync(id, "RT3", "objection", sent: Today)).Value;
        var version = await VersionOf(id);

        Error?[] refused =
        [
            (await FileAsync(id, "RT1", "complaint", filed: day)).Error,
            (await FileAsync(id, "RT1", "complaint", sent: day, filed: Today)).Error,
            (await FileAsync(id, "RT1", "complaint", received: day, filed: Today)).Error,
            (await app.As("li").Send(new RecordRouteReceipt.Command(id, version, filing, day, null, null))).Error,
            (await app.As("li").Send(new RecordRouteAnswer.Command(id, version, filing, day, RouteResult.Granted, null))).Error,
        ];

        Assert.All(refused, error => Assert.Contains(Assert.IsType<Invalid>(error).Fields, f => f.Code == "Route.DayOutOfRange"));
    }

    private async Task<Result> RefuseAsync(CaseId id, string next)
    {
        var view = await app.ViewOf(id);
        return await app.As("li").Send(new RecordAnswer.Command(id, view.Summary.Version, view.Case.Rounds[^1].PartyId, InstitutionAnswer.Refused, "that is final")
        {
            Refusal = new Refusal("TRADE_NOT_PROVEN", [], IsFinal: true, NextRoute: next),
        });
    }

    private Task<InstitutionId> InstitutionOf(string code) =>
        app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == code).Select(i => i.Id).SingleAsync());

    private async Task<CaseId> FrozenByPolice()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var police = await InstitutionOf("DEMO-POLICE-DONGHAI");
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
        CaseId id, string route, string step, DateOnly? sent = null, DateOnly? received = null, bool confirmed = false, InstitutionId? with = null,
        DateOnly? filed = null)
    {
        var filedOn = filed ?? sent ?? received ?? Today;
        return await app.As("li").Send(new FileRoute.Command(
            id, await VersionOf(id), route, step, with, with is null ? "The body" : null, filedOn, sent, received, "N-1", "stamped copy", null, confirmed));
    }

    private async Task<Guid> VersionOf(CaseId id) => (await app.ViewOf(id)).Summary.Version;
}
