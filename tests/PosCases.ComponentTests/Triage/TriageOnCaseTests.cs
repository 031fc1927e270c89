using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.Cases.Verification;
using PosCases.ComponentTests.Desk;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Cases.My;
using CasePage = PosCases.Web.Desk.CasePage;

namespace PosCases.ComponentTests.Triage;

/// <summary>What the desk and the merchant see of scam patterns, self-checks and announced maintenance.</summary>
public sealed class TriageOnCaseTests : DeskContext
{
    [Fact]
    public void The_agent_sees_which_patterns_fit_and_why()
    {
        var page = Open(CaseWorld.NewCase(1, Demand.Fee, Demand.SmsCode).TakenUpBy(Li));

        Assert.Contains("A fee to unfreeze", page.Find(".scam-reasons").TextContent, StringComparison.Ordinal);
        Assert.Contains("Fits:", page.Find(".scam-reasons").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fake_verdict_lists_patterns_and_checks_as_reasons_and_follows_the_ticked_flags()
    {
        var made = CaseWorld.NewCase(1, Demand.Fee).TakenUpBy(Li).Checked(Li, CheckAnswer.Denies).Judged(Li, Authenticity.Fake);
        var page = Open(made);
        page.Find(".sticky-bar .btn-primary").Click();

        Assert.Contains("Pay nothing", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sharing your screen", page.Find("dialog .scam-reasons").TextContent, StringComparison.Ordinal);
        page.Find("dialog [name=Flags][value=ScreenShare]").Change(true);
        Assert.Contains("Sharing your screen", page.Find("dialog .scam-reasons").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agent_lets_the_case_wait_for_maintenance()
    {
        Mediator.On<WaitForMaintenance.Command>(_ => Result.Ok);
        var page = Open(CaseWorld.NewCase().TakenUpBy(Li));
        page.FindAll("button").Single(b => b.TextContent.Contains("Wait for maintenance", StringComparison.Ordinal)).Click();
        page.Find("dialog [name=Announcement]").Change("the official app says so");
        page.Find("dialog [name=Until]").Change("2026-11-30");
        page.Find("dialog form").Submit();

        var sent = Assert.Single(Mediator.Sent.OfType<WaitForMaintenance.Command>());
        Assert.Equal(("the official app says so", new DateOnly(2026, 11, 30)), (sent.Announcement, sent.Until));
    }

    [Fact]
    public void Once_it_works_again_the_next_step_is_to_end_it_and_the_finding_is_at_hand()
    {
        var made = Awake(CaseWorld.NewCase().TakenUpBy(Li)).Checked(Li, CheckAnswer.Technical).Judged(Li, Authenticity.CannotTell);
        Assert.True(made.AnswerRecheck(works: true, Li, CaseWorld.Now).Succeeded);
        var page = Open(made);

        Assert.Contains("The merchant says it works", page.Find(".five").TextContent, StringComparison.Ordinal);
        page.Find(".sticky-bar .btn-primary").Click();
        Assert.Contains("in the app", page.Find("dialog [name=Finding]").GetAttribute("value") ?? page.Find("dialog [name=Finding]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_merchant_is_asked_in_one_tap_once_the_case_woke()
    {
        var card = Render<TriageCard>(p => p.Add(c => c.View, CaseWorld.ViewOf(Awake(CaseWorld.NewCase().TakenUpBy(Li)), Li)));

        Assert.Equal(["yes", "no"], card.FindAll("button[form=recheck][name=works]").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public void While_the_notice_is_checked_the_merchant_can_check_the_terminal_and_afterwards_no_more()
    {
        var open = Render<TriageCard>(p => p.Add(c => c.View, CaseWorld.ViewOf(CaseWorld.NewCase().TakenUpBy(Li), Li)));
        var later = Render<TriageCard>(p => p.Add(c => c.View, CaseWorld.ViewOf(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li), Li)));

        Assert.Equal("/device-check?case=FZ-2026-000123", open.Find("a.btn").GetAttribute("href"));
        Assert.Empty(later.Markup.Trim());
    }

    static Case Awake(Case made)
    {
        Assert.True(made.WaitForMaintenance("in the app", new DateOnly(2026, 11, 23), Li, CaseWorld.Filed, new CaseOptions()).Succeeded);
        Assert.True(made.Wake(Actor.System, CaseWorld.Now, new CaseOptions()).Succeeded);
        return made;
    }

    IRenderedComponent<CasePage> Open(Case made)
    {
        Given(made, Li);
        return Render<CasePage>(p => p.Add(c => c.Number, made.Number));
    }
}
