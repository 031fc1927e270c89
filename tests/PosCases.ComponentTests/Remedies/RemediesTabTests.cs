using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Routes;
using PosCases.ComponentTests.Desk;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Remedies;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Remedies;

public sealed class RemediesTabTests : DeskContext
{
    private static readonly FilingRecord Objection = new()
    {
        Route = "RT3",
        Step = "objection",
        Body = "Example Bank",
        FiledOn = new(2026, 11, 2),
        SentOn = new(2026, 11, 2),
        AnswerDueOn = new(2026, 11, 17),
    };

    public RemediesTabTests() => Advise(MeasureKind.AccountControl, ImposedBy.Bank);

    [Fact]
    public void The_routes_that_apply_come_first_with_why_papers_terms_and_what_they_cannot_do()
    {
        var page = Page(Talking());

        var shown = page.FindAll(".route-item");
        Assert.Contains("Objection to an AML measure", page.Markup, StringComparison.Ordinal);
        Assert.Contains("answer within 15 days", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Information, not legal advice", Render<PosCases.Web.Rules.RulesPage>().Markup, StringComparison.Ordinal);
        Assert.Equal(15, shown.Count);
        Assert.Contains("Routes that do not apply", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filing_says_from_which_day_its_term_is_counted_and_that_the_time_is_up()
    {
        var made = Talking();
        Assert.True(made.FileRoute(Objection, Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);

        var filing = Page(made).Find(".filing-item").TextContent;

        Assert.Contains("Only the day of sending is known", filing, StringComparison.Ordinal);
        Assert.Contains("The time is up without an answer", filing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_what_may_come_next_and_promises_nothing()
    {
        var made = Talking();
        var id = made.FileRoute(Objection, Li, CaseWorld.Now, CaseWorld.Clock).Value;
        Assert.True(made.RecordRouteAnswer(id, new(2026, 11, 20), RouteResult.Refused, "no", Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);

        var filing = Page(made).Find(".filing-item").TextContent;

        Assert.Contains("Report or petition to the central bank", filing, StringComparison.Ordinal);
        Assert.Contains("not legal advice", filing, StringComparison.Ordinal);
    }

    [Fact]
    public void Filing_a_second_route_that_an_open_one_may_exclude_asks_for_a_confirmation_and_sends_it()
    {
        var made = Talking();
        Assert.True(made.FileRoute(Objection, Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);
        Advise(MeasureKind.AccountControl, ImposedBy.Bank, new FiledRoute("RT3", FilingState.Open, null));
        Mediator.On<FileRoute.Command>(_ => Answer(Guid.NewGuid()));
        Directory(InstitutionKind.Bank);
        var page = Page(made);

        page.Find("#RT3 .btn-sm").Click();
        page.Find("[name='SecondRouteConfirmed']").Change(true);
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<FileRoute.Command>();
        Assert.Equal(("RT3", true, new DateOnly(2026, 11, 24), CaseWorld.Bank), (sent.Route, sent.SecondRouteConfirmed, sent.FiledOn, sent.Institution!.Value));
    }

    [Fact]
    public void A_freeze_of_the_police_leads_to_the_unit_and_offers_no_complaint()
    {
        Advise(MeasureKind.JudicialFreeze, ImposedBy.Police);

        var page = Page(Talking());

        Assert.Single(page.FindAll("#RT11 .btn-sm"));
        Assert.Empty(page.FindAll("#RT1 .btn-sm"));
        Assert.Contains("only that organ can lift it", page.Find("#RT1").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RT3", InstitutionKind.Bank, true)]
    [InlineData("RT3", InstitutionKind.Police, false)]
    [InlineData("RT14", InstitutionKind.Bank, false)]
    public void Only_an_institution_that_takes_the_route_is_offered_and_chosen(string route, InstitutionKind kind, bool offered)
    {
        Directory(kind);
        var page = Page(Talking());

        page.Find($"#{route} .btn-sm").Click();

        var choices = page.FindAll("[name='Institution'] option").Select(o => (Value: o.GetAttribute("value"), Chosen: o.HasAttribute("selected"))).ToList();
        Assert.Equal(offered, choices.Contains((CaseWorld.Bank.Value.ToString(), true)));
        Assert.Equal(offered, choices.Exists(c => c.Value == CaseWorld.Bank.Value.ToString()));
        Assert.Equal(offered, page.FindAll("[name='Body']").Count == 0);
    }

    [Fact]
    public void A_term_of_a_secondary_source_is_usual_names_it_and_nobody_is_late_with_it()
    {
        var made = Talking();
        var report = Objection with { Route = "RT8", Step = "report", Body = "Association" };
        Assert.True(made.FileRoute(report, Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);

        var filing = Page(made).Find(".filing-item");

        Assert.Contains("Usually answered by", filing.TextContent, StringComparison.Ordinal);
        Assert.Contains("Usually answered by now; ask", filing.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The time is up", filing.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(filing.QuerySelectorAll(".rule-ref"));
        Assert.Empty(filing.QuerySelectorAll(".badge-danger, .bg-red, .bg-danger"));
    }

    [Fact]
    public void A_filing_that_was_taken_up_leads_to_its_next_step()
    {
        var made = Talking();
        var id = made.FileRoute(Objection with { Route = "RT8", Step = "report", Body = "Association" }, Li, CaseWorld.Now, CaseWorld.Clock).Value;
        Assert.True(made.RecordRouteAnswer(id, new(2026, 11, 20), RouteResult.Granted, null, Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);
        Mediator.On<FileRoute.Command>(_ => Answer(Guid.NewGuid()));
        var page = Page(made);

        var filing = page.Find(".filing-item").TextContent;
        page.Find("#RT8 .btn-sm").Click();
        page.Find("[name='Body']").Change("Association");
        page.Find("dialog form").Submit();

        Assert.Contains("Investigation after acceptance", filing, StringComparison.Ordinal);
        var sent = Mediator.Only<FileRoute.Command>();
        Assert.Equal(("investigation", new DateOnly(2026, 11, 20)), (sent.Step, sent.FiledOn));
    }

    [Fact]
    public void A_slip_of_the_year_shows_no_date_and_does_not_break_the_dialog()
    {
        var page = Page(Talking());

        page.Find("#RT3 .btn-sm").Click();
        page.Find("[name='ReceivedOn']").Change("9999-12-31");

        Assert.DoesNotContain("The answer is expected by", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    private void Directory(InstitutionKind kind) => Mediator.On<ListInstitutions.Query>(_ => Answer(new Page<ListInstitutions.Row>(
        [new(CaseWorld.Bank, "Example Bank", kind, null, false, null, null, null)], 1, 1, 200)));

    private static Case Talking() => CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Submitted(Li, Wang);

    private void Advise(MeasureKind kind, ImposedBy by, params FiledRoute[] filed) =>
        Mediator.On<ViewRemedies.Query>(_ => Answer(RouteAdvisor.Advise(new RouteFacts(
            [new MeasureFact(kind, by, by == ImposedBy.Bank ? InstitutionKind.Bank : null, false)], MerchantKind.Company, filed))));

    private IRenderedComponent<CasePage> Page(Case found)
    {
        Given(found, Li);
        Services.GetRequiredService<NavigationManager>().NavigateTo(CaseAddress.Of(found.Number, CaseTab.Remedies));
        return Render<CasePage>(p => p.Add(page => page.Number, found.Number));
    }
}
