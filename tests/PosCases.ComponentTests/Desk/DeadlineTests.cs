using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

public sealed class DeadlineTests : DeskContext
{
    private static readonly DeadlineForm Notice = new()
    {
        StartsAt = CaseWorld.Filed,
        Title = "Papers by the notice",
        Amount = 1,
        Unit = TermUnit.WorkingDays,
        Basis = "The notice gives a working day",
        Source = "Notice 7",
    };

    [Fact]
    public void Every_clock_stands_there_with_its_basis_and_its_source()
    {
        var found = Sent();
        found.SetDeadline(Notice, WorkCalendar.WeekendsOnly, Li, CaseWorld.Filed);
        Given(found, Li);

        var clocks = Open().FindAll(".clock-list > li");

        Assert.Equal(4, clocks.Count);
        Assert.All(clocks, c => Assert.NotEmpty(c.QuerySelector(".clock-basis p")!.TextContent));
        Assert.Contains("Papers by the notice", clocks[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Past", clocks[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Notice 7", clocks[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Example Bank answers submission 1", string.Join('|', clocks.Select(c => c.TextContent)), StringComparison.Ordinal);
        Assert.Contains("45 working hours", string.Join('|', clocks.Select(c => c.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_is_set_by_a_rule_and_its_start_alone()
    {
        var found = Sent();
        Given(found, Li);
        Mediator.On<SetLegalDeadline.Command>(_ => Answer(Guid.NewGuid()));
        var page = Open();

        Button(page, "Set a deadline").Click();
        page.Find("dialog select").Change("AML39_ANSWER");
        page.Find("dialog form").Submit();

        var form = Mediator.Only<SetLegalDeadline.Command>().Form;
        Assert.Equal("AML39_ANSWER", form.Rule);
        Assert.Equal(CaseWorld.Now, form.StartsAt);
    }

    [Fact]
    public void The_owner_ends_a_deadline_with_a_note()
    {
        var found = Sent();
        found.SetDeadline(Notice, WorkCalendar.WeekendsOnly, Li, CaseWorld.Filed);
        Given(found, Li);
        Mediator.On<EndLegalDeadline.Command>(_ => Result.Ok);
        var page = Open();

        Button(page, "End it").Click();
        page.Find("dialog input[value=Met]").Change("Met");
        page.Find("dialog textarea").Change("handed in");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<EndLegalDeadline.Command>();
        Assert.Equal((found.Deadlines[0].Id, DeadlineEnd.Met, "handed in"), (sent.DeadlineId, sent.End, sent.Note));
    }

    [Fact]
    public void A_breach_asks_its_owner_for_a_note_and_nobody_else_of_the_agents()
    {
        var found = Late();
        Mediator.On<AcknowledgeBreach.Command>(_ => Result.Ok);
        Given(found, new Actor(Guid.NewGuid(), "Chen", Role.Agent, null));
        var foreign = Open().FindAll(".clock-list button").Count;
        Given(found, Li);
        var page = Open();

        Button(page, "Take note").Click();
        page.Find("dialog textarea").Change("asked again");
        page.Find("dialog form").Submit();

        Assert.Equal(0, foreign);
        Assert.Equal((found.Marks[0].Key, "asked again"), (Mediator.Only<AcknowledgeBreach.Command>().Key, Mediator.Only<AcknowledgeBreach.Command>().Note));
    }

    [Fact]
    public void An_escalated_case_says_so_and_lets_a_supervisor_settle_it()
    {
        var found = Late();
        found.CheckClocks(Actor.System, CaseWorld.Now.AddDays(20), new CaseOptions());
        Mediator.On<SettleEscalation.Command>(_ => Result.Ok);
        Given(found, Wang);
        var page = Open();

        Button(page, "Settle").Click();
        page.Find("dialog textarea").Change("talked to Li");
        page.Find("dialog form").Submit();

        Assert.Contains("Escalated to the supervisors", page.Markup, StringComparison.Ordinal);
        Assert.Equal("talked to Li", Mediator.Only<SettleEscalation.Command>().Note);
    }

    [Fact]
    public void The_worklist_marks_an_escalated_case()
    {
        var row = CaseWorld.SummaryOf(Sent());

        string Shown(CaseSummary summary) => Render<WorklistRow>(p => p.Add(r => r.Row, summary)).Markup;

        Assert.Contains("Escalated", Shown(row with { EscalatedAt = CaseWorld.Now }), StringComparison.Ordinal);
        Assert.DoesNotContain("Escalated", Shown(row), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_recorded_with_its_reason_and_what_was_missing()
    {
        Given(Sent(), Li);
        Mediator.On<RecordAnswer.Command>(_ => Result.Ok);
        var page = Open("communication");

        Button(page, "Record the answer").Click();
        page.Find("dialog input[value=Refused]").Change("Refused");
        page.FindAll("dialog select")[1].Change("PAPER_MISSING");
        page.Find("dialog input[value=DELIVERY_NOTE]").Change(true);
        page.Find("dialog textarea").Change("no");
        page.Find("dialog form").Submit();

        var refusal = Mediator.Only<RecordAnswer.Command>().Refusal!;
        Assert.Equal(("PAPER_MISSING", false, null), (refusal.Reason, refusal.IsFinal, refusal.NextRoute));
        Assert.Equal(["DELIVERY_NOTE"], refusal.Missing);
    }

    [Fact]
    public void After_a_refusal_the_next_round_asks_for_exactly_what_was_missing()
    {
        var found = Refused(new Refusal("PAPER_MISSING", ["DELIVERY_NOTE", "INVOICE"]));
        Given(found, Li);
        Mediator.On<RequestMoreEvidence.Command>(_ => Result.Ok);
        var page = Open();

        Button(page, "Ask for the papers and send again").Click();
        page.Find("dialog form").Submit();

        var asks = Mediator.Only<RequestMoreEvidence.Command>().Asks;
        Assert.Equal(["DELIVERY_NOTE", "INVOICE"], asks.Select(a => Assert.Single(a.Codes)));
        Assert.All(asks, a => Assert.Contains("not enough", a.WhyEn, StringComparison.Ordinal));
        Assert.Contains("1 submissions to Example Bank", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_final_refusal_says_so_names_the_route_and_offers_it_to_a_supervisor()
    {
        var found = Refused(new Refusal("VIOLATION_FOUND", [], IsFinal: true, NextRoute: "RT4"));
        Given(found, Li);
        var agent = Open();
        var agents = agent.FindAll(".alert button").Count;
        Given(found, Wang);

        var page = Open();

        Assert.Equal(0, agents);
        Assert.Contains("gave its final answer", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Complaint to the bank", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(Button(page, "Take the legal route"));
    }

    [Fact]
    public void The_second_submission_shows_its_difference_to_the_first()
    {
        var found = Refused(new Refusal("PAPER_MISSING", ["DELIVERY_NOTE"]));
        found.RequestMoreEvidence([new EvidenceAsk(["DELIVERY_NOTE"], RequirementLevel.Required, "w", "w")], "Example Bank", "r", Li, CaseWorld.Now, new CaseOptions());
        var item = found.SubmitEvidence(
            found.Requirements[^1].Id, "DELIVERY_NOTE", new StoredFile("k2", "note.jpg", "image/jpeg", 9, new string('b', 64)), Li, CaseWorld.Now);
        found.JudgeEvidence(item.Value, accepted: true, null, Li, CaseWorld.Now);
        Given(found, Li);
        var page = Open();

        page.Find(".sticky-actions > .btn-primary").Click();

        Assert.Contains("1 added, 0 replaced", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Contains("Submission 2", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    private static Case Sent() => CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Submitted(Li, Wang);

    private static Case Late()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        found.CheckClocks(Actor.System, CaseWorld.Now, new CaseOptions());
        Assert.Single(found.Marks);
        return found;
    }

    private static Case Refused(Refusal refusal)
    {
        var found = Sent();
        Assert.True(found.RecordAnswer(found.Parties[0].Id, InstitutionAnswer.Refused, "not enough", "Example Bank", Li, CaseWorld.Now, refusal).Succeeded);
        return found;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CasePage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == text && !b.HasAttribute("disabled"));

    private IRenderedComponent<CasePage> Open(string? tab = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/FZ-2026-000123{(tab is null ? "" : $"?tab={tab}")}");
        return Render<CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));
    }
}
