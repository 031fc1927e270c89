using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Measures;
using PosCases.Cases.Restriction;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Cases.Measures;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

public sealed class MeasureTabTests : DeskContext
{
    [Fact]
    public void The_overview_says_who_alone_can_lift_a_police_freeze_and_that_the_bank_cannot()
    {
        Given(Frozen(), Li);

        var card = Open(CaseTab.Overview).FindAll(".case-body .card").Single(c => c.TextContent.Contains("Who can lift it", StringComparison.Ordinal));

        Assert.Contains("Donghai Police Squad 2", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("cannot lift it", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("ask whether renewed", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("tab=measure", card.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expected_expiry_never_stands_without_the_question()
    {
        Given(Frozen(), Li);

        Assert.All(Open(CaseTab.Measure).FindAll(".expiry"), e => Assert.Contains("ask whether renewed", e.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Beside_the_kind_stands_its_code_on_the_associations_list_and_never_the_confidential_one()
    {
        Given(Frozen(), Li);
        var page = Open(CaseTab.Measure);
        page.FindAll("button").First(b => b.TextContent.Contains("Complete the record", StringComparison.Ordinal)).Click();

        string HintOf(MeasureKind kind)
        {
            page.Find("dialog [name='Record.Kind']").Change($"{kind}");
            return page.FindAll("#f-Record-Kind-hint").Select(h => h.TextContent).SingleOrDefault("");
        }

        Assert.Contains("03 Settlement suspended · 05 Settlement cycle changed · 06 Settlement delayed", HintOf(MeasureKind.SettlementDelay), StringComparison.Ordinal);
        Assert.Contains("01 Co-operation ended · 09", HintOf(MeasureKind.TerminalRevoked), StringComparison.Ordinal);
        Assert.Equal("", HintOf(MeasureKind.JudicialFreeze));
        Assert.All(Enum.GetValues<MeasureKind>(), kind => Assert.DoesNotContain("11 ", HintOf(kind), StringComparison.Ordinal));
    }

    [Fact]
    public void A_renewal_is_recorded_from_the_question()
    {
        var found = Frozen();
        Assert.Null(found.RaiseRenewalAsks(Actor.System, CaseWorld.Now).Error);
        Given(found, Li);
        Mediator.On<RecordRenewal.Command>(_ => Result.Ok);
        var page = Open(CaseTab.Measure);

        page.FindAll(".measure .note-actions button").First(b => b.TextContent.Contains("Record a renewal", StringComparison.Ordinal)).Click();
        page.Find("#f-Renewal-Term-Amount").Change("6");
        page.Find("dialog form").Submit();

        Assert.Equal(new Term(6, TermUnit.Months), Mediator.Only<RecordRenewal.Command>().Renewal.Term);
    }

    [Fact]
    public void A_question_about_the_measure_is_answered_with_its_note()
    {
        var found = Frozen();
        Given(found, Li);
        Mediator.On<AnswerLegality.Command>(_ => Result.Ok);
        var page = Open(CaseTab.Measure);

        page.FindAll(".point button")[0].Click();
        page.FindAll("dialog input[type=radio]")[1].Change(true);
        page.Find("dialog textarea").Change("no rule was named");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<AnswerLegality.Command>();
        Assert.Equal((LegalityQuestion.Basis, PointAnswer.No, "no rule was named"), (sent.Question, sent.Answer, sent.Note));
    }

    [Fact]
    public void Who_does_not_own_the_case_reads_the_tab_and_changes_nothing()
    {
        Given(Frozen(), Wang);

        Assert.Empty(Open(CaseTab.Measure).FindAll(".case-body button"));
    }

    [Fact]
    public void A_case_with_legal_exposure_suggests_restricting_and_the_dialog_names_people()
    {
        var found = Frozen();
        Assert.Null(found.AddCause("CASE_FUNDS", Confidence.High, CauseSource.Institution, null, Li, CaseWorld.Filed).Error);
        Given(found, Li);
        Mediator.On<ListReaders.Query>(_ => Answer<IReadOnlyList<ListReaders.Row>>(
            [new(Wang.Id, "Wang", Role.Supervisor, false, false), new(Li.Id, "Li", Role.Agent, false, true)]));
        Mediator.On<RestrictCase.Command>(_ => Result.Ok);
        var page = Open(CaseTab.Overview);

        page.FindAll(".note-actions button").First(b => b.TextContent.Contains("Restrict", StringComparison.Ordinal)).Click();
        page.Find("dialog textarea").Change("the police ask");
        page.Find("dialog input[type=checkbox]").Change(true);
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<RestrictCase.Command>();
        Assert.Equal((RestrictionCause.LegalExposure, "the police ask", Wang.Id), (sent.Cause, sent.Reason, Assert.Single(sent.People)));
    }

    [Fact]
    public void A_restricted_case_says_so_and_closes_on_the_screen_of_whom_it_was_taken_from()
    {
        var found = Frozen();
        Assert.Null(found.Restrict(RestrictionCause.Crime, "words", [new(Wang.Id, "Wang", Role.Supervisor)], false, Li, CaseWorld.Filed).Error);
        Given(found, Li);
        var page = Open(CaseTab.Overview);
        Assert.Contains("Restricted", page.Find("header, .page-header").TextContent, StringComparison.Ordinal);

        Mediator.On<ViewCase.Query>(_ => Refuse<CaseView>(new NotFound("Case")));
        Announce(found);

        page.WaitForAssertion(() => Assert.DoesNotContain("Noodle House", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_merchant_reads_who_can_lift_it_what_to_ask_and_what_is_still_open()
    {
        var found = Frozen();
        var measure = found.Measures[0].Id;
        var view = CaseWorld.ViewOf(found, Li) with { SettledPoints = new[] { LegalityQuestion.Basis }.ToLookup(_ => measure) };

        var card = Render<MeasuresForMerchant>(p => p.Add(c => c.View, view));

        Assert.Contains("It can be lifted by: Donghai Police Squad 2", card.Markup, StringComparison.Ordinal);
        Assert.Contains("cannot lift it for you", card.Markup, StringComparison.Ordinal);
        Assert.Contains("0990-5550117", card.Markup, StringComparison.Ordinal);
        Assert.Equal(4, card.FindAll("details li").Count);
    }

    private static Case Frozen()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Assert.Null(found.RecordMeasure(
            found.Measures[0].Id,
            new MeasureRecord
            {
                Kind = MeasureKind.JudicialFreeze,
                ImposedBy = ImposedBy.Police,
                DocumentNumber = "D-1",
                OrderedBy = new OrderingBody("Donghai Police", "Squad 2", null, "0990-5550117"),
                Since = new DateOnly(2026, 5, 28),
                Term = new Term(6, TermUnit.Months),
            },
            Li,
            CaseWorld.Filed).Error);
        found.Version = Guid.NewGuid();
        return found;
    }

    private IRenderedComponent<CasePage> Open(CaseTab tab)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(CaseAddress.Of("FZ-2026-000123", tab));
        return Render<CasePage>(parameters => parameters.Add(page => page.Number, "FZ-2026-000123"));
    }
}
