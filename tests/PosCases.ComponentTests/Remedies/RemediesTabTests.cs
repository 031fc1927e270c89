using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Routes;
using PosCases.ComponentTests.Desk;
using PosCases.Institutions;
using PosCases.Merchants;
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
