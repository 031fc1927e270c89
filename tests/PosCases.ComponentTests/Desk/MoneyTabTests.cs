using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Urgency;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

public sealed class MoneyTabTests : DeskContext
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly ReliefTerms Terms = new() { Amount = 20_000m, Abilities = [Ability.Withdraw], From = Today, To = Today.AddDays(3) };

    [Fact]
    public void Each_entry_shows_the_balance_after_it_and_what_works_stands_beside_the_money()
    {
        Given(Granted(), Li);

        var page = Open();

        Assert.Equal(["¥48,200.00", "¥28,200.00"], page.FindAll(".data-table td[data-label='Still frozen']").Select(c => c.TextContent.Trim()));
        var ability = page.Find(".case-body .abilities li").TextContent;
        Assert.Contains("Works for now", ability, StringComparison.Ordinal);
        Assert.Contains("Withdrawing", ability, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_asked_for_with_amount_ability_and_condition()
    {
        var found = Frozen();
        Given(found, Li);
        Mediator.On<AskRelief.Command>(_ => Result.Ok);
        var page = Open();

        Button(page, "Ask for a release").Click();
        page.Find("dialog [name='Terms.Amount']").Change("20000");
        page.Find("dialog input[name='Terms.Conditions'][value=Reserve]").Change(true);
        page.Find("dialog [name='Terms.Reserve']").Change("5000");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<AskRelief.Command>();
        Assert.Equal((20_000m, 5000m, found.Parties[0].Id, found.Version), (sent.Terms.Amount, sent.Terms.Reserve, sent.PartyId, sent.Version));
        Assert.Equal([ReliefCondition.Reserve], sent.Terms.Conditions);
    }

    [Fact]
    public void An_answer_starts_from_what_was_asked_and_says_that_it_enters_the_ledger()
    {
        Given(Asked(), Li);
        Mediator.On<AnswerRelief.Command>(_ => new Invalid("Said.Reference", "ReferenceNeeded"));
        var page = Open();

        Button(page, "Record the answer").Click();
        page.Find("dialog input[name=Move][value=Accepted]").Change(true);
        Assert.Contains("entered in the ledger", page.Find("dialog").TextContent, StringComparison.Ordinal);
        page.Find("dialog form").Submit();

        Assert.Equal((ReliefMove.Accepted, 20_000m), (Mediator.Only<AnswerRelief.Command>().Move, Mediator.Only<AnswerRelief.Command>().Terms.Amount));
        Assert.NotEmpty(page.Find("#f-Said-Reference-error").TextContent);
    }

    [Fact]
    public void A_release_that_ends_soon_stands_out_until_it_is_settled()
    {
        var found = Granted();
        Given(found, Li);
        Mediator.On<SettleReliefEnd.Command>(_ => Result.Ok);
        var page = Open();
        Assert.NotEmpty(page.FindAll(".relief-soon"));

        Button(page, "Settle its end").Click();
        page.Find("dialog textarea").Change("asked to go on");
        page.Find("dialog form").Submit();

        Assert.Equal((found.Reliefs[0].Id, "asked to go on"), (Mediator.Only<SettleReliefEnd.Command>().ReliefId, Mediator.Only<SettleReliefEnd.Command>().Plan));
    }

    [Fact]
    public void A_released_entry_may_bring_abilities_back_for_a_time()
    {
        Given(Frozen(), Li);
        Mediator.On<EnterLedger.Command>(_ => Result.Ok);
        var page = Open();

        Button(page, "Add an entry").Click();
        Assert.Empty(page.FindAll("dialog input[name=Abilities]"));
        page.Find("dialog input[name=Kind][value=Released]").Change(true);
        page.Find("dialog input[name=Abilities][value=Withdraw]").Change(true);
        page.Find("dialog [name=Until]").Change("2026-12-24");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<EnterLedger.Command>();
        Assert.Equal((0m, new DateOnly(2026, 12, 24)), (sent.Amount, sent.Until));
        Assert.Equal([Ability.Withdraw], sent.Abilities);
    }

    [Fact]
    public void The_proposal_asks_what_becomes_of_the_ways_to_be_paid()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Submitted(Li, Wang);
        Assert.Null(found.RecordAnswer(found.Parties[0].Id, PosCases.Cases.Communication.InstitutionAnswer.Lifted, "t", "Bank", Li, CaseWorld.Filed).Error);
        Assert.Null(found.ChooseInterim(new InterimTerms { Code = "platform", StartsOn = Today }, Li, CaseWorld.Filed).Error);
        Given(found, Li);
        Mediator.On<ProposeResolution.Command>(_ => Result.Ok);
        var page = Open();

        page.Find(".sticky-actions > .btn-primary").Click();
        page.Find("dialog input[name='Proposal.EndsInterim'][value=false]").Change(true);
        page.Find("dialog form").Submit();

        Assert.False(Mediator.Only<ProposeResolution.Command>().Proposal.EndsInterim);
    }

    [Fact]
    public void The_desk_sees_why_a_case_is_urgent_and_only_a_supervisor_decides_otherwise()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        var why = PriorityScore.Of(new PriorityFacts { CashDays = 2, Amount = 9000m, DailyTakings = 300m });
        SignIn(Wang);
        Mediator.On<ViewCase.Query>(_ => Answer(CaseWorld.ViewOf(found, Wang) with { WhyPriority = why }));
        Mediator.On<OverridePriority.Command>(_ => Result.Ok);
        var page = Open("");

        var card = page.Find(".why-priority").TextContent;
        Assert.Contains("Cash for 2 days", card, StringComparison.Ordinal);
        Assert.Contains("¥9,000.00 at stake, 30 days of takings", card, StringComparison.Ordinal);
        Button(page, "Set priority").Click();
        page.Find("dialog input[name=Level][value=Urgent]").Change(true);
        page.Find("dialog textarea").Change("he called in tears");
        page.Find("dialog form").Submit();

        Assert.Equal((Priority.Urgent, "he called in tears"), (Mediator.Only<OverridePriority.Command>().Level, Mediator.Only<OverridePriority.Command>().Reason));
        Given(found, Li);
        Assert.DoesNotContain(Open("").FindAll(".why-priority button"), _ => true);
    }

    [Fact]
    public void An_estimate_that_cannot_be_made_says_what_it_lacks()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Assert.Null(found.RecordImpact(new ImpactForm { DailyTakings = 3000m, Effects = [ImpactEffect.Survival] }, 0, Li, CaseWorld.Filed).Error);
        Given(found, Li);

        var page = Open("");

        Assert.Contains("lacks: Lost share of sales, Gross margin", page.Find(".loss").TextContent, StringComparison.Ordinal);
        Assert.Contains("The business may not survive", page.Find(".loss-effects").TextContent, StringComparison.Ordinal);
    }

    static Case Frozen()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li);
        Assert.Null(found.RecordMeasure(
            found.Measures[^1].Id,
            new MeasureRecord { Kind = MeasureKind.SettlementDelay, ImposedBy = ImposedBy.Acquirer, AbilitiesOff = [Ability.Withdraw], Institution = CaseWorld.Bank },
            Li, CaseWorld.Filed).Error);
        Assert.Null(found.EnterLedger(LedgerKind.Frozen, 48_200m, Today.AddDays(-4), "notice", null, Li, CaseWorld.Filed).Error);
        return found;
    }

    static Case Asked()
    {
        var found = Frozen();
        Assert.Null(found.AskRelief(
            null, found.Parties[0].Id, Terms, new ReliefSaying("Ms Wu", CaseWorld.Filed, "R-1"), ("Example Bank", InstitutionKind.Bank), Li, CaseWorld.Now).Error);
        return found;
    }

    static Case Granted()
    {
        var found = Asked();
        Assert.Null(found.AnswerRelief(
            found.Reliefs[0].Id, ReliefMove.Accepted, Terms, new ReliefSaying("Ms Wu", CaseWorld.Filed, "R-2"), "Example Bank", Li, CaseWorld.Now).Error);
        return found;
    }

    static AngleSharp.Dom.IElement Button(IRenderedComponent<CasePage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    IRenderedComponent<CasePage> Open(string query = "?tab=money")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/FZ-2026-000123{query}");
        return Render<CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));
    }
}
