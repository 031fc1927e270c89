using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Notices;
using PosCases.Cases.Plan;
using PosCases.Cases.Worklist;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Remedies;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Deadlines;

public sealed class ClockMessageTests : IClassFixture<ClockMessageTests.Host>
{
    // What remains are the clocks that these tests are about.
    private async Task EndLimitedStepsAsync(CaseId id)
    {
        foreach (var step in (await app.ViewOf(id)).Case.Steps.Where(s => s is { Deadline: not null, Role: StepRole.Agent, State: StepState.Todo }))
        {
            Assert.Null((await app.As("li").Send(new EndStep.Command(id, step.Id, Done: true, "done"))).Error);
        }
    }

    private readonly Host app;

    public ClockMessageTests(Host app)
    {
        this.app = app;
        app.Clock.StopAt(Host.Start);
    }

    [Fact]
    public async Task The_owner_is_warned_then_the_supervisors_hear_of_the_breach_and_nobody_twice()
    {
        var id = await app.Given.Case().Of("jinhai").At(DemoPath.Verifying);
        await EndLimitedStepsAsync(id);
        var due = (await app.ViewOf(id)).Case.StageDueAt;

        await LookAsync(due.AddMinutes(-30));
        await LookAsync(due.AddMinutes(-20));
        var warned = (await ToldAsync(id, "li"), await ToldAsync(id, "zhao"));
        await LookAsync(due.AddMinutes(1));
        await LookAsync(due.AddMinutes(3));

        Assert.Equal((1, 0), (warned.Item1.Count(k => k == CaseEventKind.ClockWarned), warned.Item2.Count));
        Assert.Single(await ToldAsync(id, "li"), k => k == CaseEventKind.ClockBreached);
        Assert.Single(await ToldAsync(id, "zhao"), k => k == CaseEventKind.ClockBreached);
        Assert.DoesNotContain(await ToldAsync(id, "jinhai"), k => k is CaseEventKind.ClockWarned or CaseEventKind.ClockBreached);
        Assert.Equal([CaseEventKind.ClockWarned, CaseEventKind.ClockBreached], await ClockEventsAsync(id));
    }

    [Fact]
    public async Task A_mandatory_step_that_is_late_goes_to_the_supervisors_and_an_optional_one_is_only_told()
    {
        var id = await app.Given.Case().Of("mingshi").At(DemoPath.Verifying);
        var steps = (await app.ViewOf(id)).Clocks.Where(c => c.Kind == ClockKind.Step).ToList();

        await LookAsync(steps.Max(c => c.DueAt!.Value).AddMinutes(1));
        await LookAsync(app.Clock.GetUtcNow().AddDays(2));

        var marks = (await app.ViewOf(id)).Clocks.Where(c => c.Kind == ClockKind.Step).ToDictionary(c => c.Step!.Code, c => c.Mark!);
        Assert.NotNull(marks["ask-bank"].EscalatedAt);
        Assert.NotNull(marks["act-at-once"].BreachedAt);
        Assert.Null(marks["act-at-once"].EscalatedAt);
        Assert.DoesNotContain((await app.As("mingshi").Send(new ViewCase.Query((await app.ViewOf(id)).Summary.Number))).Value.Clocks, c => c.Kind == ClockKind.Step);
    }

    [Fact]
    public async Task A_look_at_the_clocks_does_not_make_the_page_stale_that_somebody_reads()
    {
        var id = await app.Given.Case().Of("qingfeng").At(DemoPath.Verifying);
        await EndLimitedStepsAsync(id);
        var seen = (await app.ViewOf(id)).Case;

        await LookAsync(seen.StageDueAt.AddMinutes(-30));

        Assert.Equal([CaseEventKind.ClockWarned], await ClockEventsAsync(id));
        Assert.Equal(seen.Version, (await app.ViewOf(id)).Case.Version);
        Assert.True((await app.ViewOf(id)).Case.ClockCheckAt > app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_breach_without_a_note_is_escalated_and_shows_until_a_supervisor_settles_it()
    {
        var id = await app.Given.Case().Of("xiaolu").At(DemoPath.Verifying);
        await EndLimitedStepsAsync(id);
        await LookAsync((await app.ViewOf(id)).Case.StageDueAt.AddMinutes(1));
        await LookAsync(app.Clock.GetUtcNow().AddDays(1).AddMinutes(1));

        var row = Assert.Single(await RowsAsync(WorkView.Escalated), r => r.Id == id);
        var view = await app.ViewOf(id);
        var agent = await app.As("li").Send(new SettleEscalation.Command(id, view.Summary.Version, "n"));
        Assert.Null((await app.As("sun").Send(new SettleEscalation.Command(id, view.Summary.Version, "talked to Li"))).Error);

        Assert.NotNull(row.EscalatedAt);
        Assert.Contains(CaseEventKind.Escalated, await ToldAsync(id, "zhao"));
        Assert.IsType<NotPermitted>(agent.Error);
        Assert.DoesNotContain(await RowsAsync(WorkView.Escalated), r => r.Id == id);
        Assert.Equal("talked to Li", (await app.ViewOf(id)).Case.Marks.Single(m => m.BreachedAt is not null).Note);
    }

    [Fact]
    public async Task The_owner_takes_note_of_a_breach_and_the_supervisors_are_left_alone()
    {
        var id = await app.Given.Case().Of("dafeng").At(DemoPath.Verifying);
        await EndLimitedStepsAsync(id);
        await LookAsync((await app.ViewOf(id)).Case.StageDueAt.AddMinutes(1));
        var view = await app.ViewOf(id);
        var late = view.Clocks.Single(c => c.NeedsNote);

        Assert.Null((await app.As("li").Send(new AcknowledgeBreach.Command(id, view.Summary.Version, late.Key, late.DueAt!.Value, "tomorrow"))).Error);
        await LookAsync(app.Clock.GetUtcNow().AddDays(3));

        Assert.Null((await app.ViewOf(id)).Case.EscalatedAt);
        Assert.Equal("tomorrow", (await app.ViewOf(id)).Clocks.Single(c => c.Kind == ClockKind.Stage).Mark!.Note);
    }

    [Fact]
    public async Task A_deadline_of_a_document_is_told_to_the_merchant_and_shown_to_both_sides_with_its_basis()
    {
        var id = await app.Given.Case().Of("lanxin").At(DemoPath.Collecting);
        var view = await app.ViewOf(id);
        var set = await app.As("li").Send(new SetLegalDeadline.Command(id, view.Summary.Version, new DeadlineForm
        {
            StartsAt = Host.Start,
            Title = "Papers by the notice",
            Amount = 2,
            Unit = PosCases.Calendar.TermUnit.WorkingDays,
            Basis = "two working days",
            Source = "notice 7",
        }));
        await LookAsync(Host.Start.AddDays(4));

        var theirs = (await app.As("lanxin").Send(new ViewCase.Query(view.Summary.Number))).Value.Clocks.Single(c => c.Kind == ClockKind.Legal);
        Assert.Equal((set.Value, DeadlineState.Breached, "two working days"), (theirs.Legal!.Id, theirs.State, theirs.Legal.Basis.En));
        Assert.Contains(CaseEventKind.ClockBreached, await ToldAsync(id, "lanxin"));
        Assert.Contains(await RowsAsync(WorkView.Overdue), r => r.Id == id && r.Facts.DueAt == theirs.DueAt);

        view = await app.ViewOf(id);
        Assert.Null((await app.As("li").Send(new EndLegalDeadline.Command(id, view.Summary.Version, set.Value, DeadlineEnd.Met, "handed in"))).Error);
        Assert.Null((await app.ViewOf(id)).Case.DeadlineAt);
    }

    [Fact]
    public async Task What_a_merchant_may_not_read_has_no_clock_for_him()
    {
        var id = await app.Given.Case().Of("hengtong").At(DemoPath.Submitted);
        var view = await app.ViewOf(id);
        Assert.Null((await app.As("li").Send(new LogCommunication.Command(
            id, view.Summary.Version, view.Case.Parties[0].Id, Medium.Call, Direction.Incoming, Host.Start, null, null, "s", "a secret promise",
            new(2026, 11, 27), SharedWithMerchant: false))).Error);

        var desk = (await app.ViewOf(id)).Clocks;
        var merchant = (await app.As("hengtong").Send(new ViewCase.Query(view.Summary.Number))).Value.Clocks;

        Assert.Contains(desk, c => c.Promise == "a secret promise");
        Assert.DoesNotContain(merchant, c => c.Promise == "a secret promise");
        Assert.All(merchant, c => Assert.Null(c.Mark));
    }

    [Fact]
    public async Task From_a_refusal_through_a_second_round_to_a_final_refusal_and_the_legal_route()
    {
        var id = await app.Given.Case().Of("yuehua").At(DemoPath.SecondRound);
        var view = await app.ViewOf(id);
        var (first, second) = (view.Case.Rounds[0], view.Case.Rounds[1]);
        Assert.Equal(("TRADE_NOT_PROVEN", false), (first.RefusalReason, first.IsFinal));
        Assert.Equal(["DELIVERY_NOTE"], first.Missing);
        Assert.Equal(["DELIVERY_NOTE"], RoundDifference.Of(first, second).Where(d => d.Change == PaperChange.Added).Select(d => d.Code));
        Assert.NotNull(second.AnswerDueAt);

        Assert.Null((await app.As("li").Send(new RecordAnswer.Command(id, view.Summary.Version, second.PartyId, InstitutionAnswer.Refused, "no, and that is final")
        {
            Refusal = new Refusal("TRADE_NOT_PROVEN", [], IsFinal: true, NextRoute: "RT4"),
        })).Error);
        var said = (await app.EventsOf(id)).Last(e => e.Kind == CaseEventKind.InstitutionAnswered).Details;
        view = await app.ViewOf(id);
        Assert.Null((await app.As("zhao").Send(new TakeLegalRoute.Command(id, view.Summary.Version, "RT7", "final refusal"))).Error);

        Assert.Equal(("yes", "2"), (said["final"], said["round"]));
        Assert.Equal(("RT4", true), (view.Case.Rounds[1].NextRoute, view.Case.Rounds[1].IsFinal));
        Assert.Equal(CaseStatus.LegalRoute, (await app.ViewOf(id)).Case.Status);
    }

    [Fact]
    public async Task A_scorecard_counts_the_cases_of_its_institution_alone()
    {
        var id = await app.Given.Case().Of("mingshi").At(DemoPath.Refused);
        var institution = (await app.ViewOf(id)).Case.Parties[0].InstitutionId;

        var card = (await app.As("li").Send(new ViewScorecard.Query(institution))).Value;
        var other = (await app.As("zhao").Send(new ViewScorecard.Query(
            await app.AskAsync(db => db.Set<PosCases.Institutions.Institution>().Where(i => i.Code == "DEMO-REGULATOR").Select(i => i.Id).SingleAsync())))).Value;

        Assert.Contains(card.Refusals, r => r.Reason == "TRADE_NOT_PROVEN");
        Assert.True(card is { Submissions: > 0, MedianDays: not null, Kept.Whole: > 0 });
        Assert.Equal((0, null), (other.Submissions, other.MedianDays));
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new ViewScorecard.Query(institution))).Error);
    }

    // The job, the delivery of what it told, at a moment.
    private async Task LookAsync(DateTimeOffset at)
    {
        app.Clock.StopAt(at);

        // Another test's moment may lie later, and its run with it.
        await app.AskAsync(db => db.Set<JobLease>().ExecuteUpdateAsync(set => set.SetProperty(j => j.NextRunAt, at)));
        await app.RunJobsAsync();
        await app.DeliverAsync();
    }

    private async Task<List<CaseEventKind>> ClockEventsAsync(CaseId id) =>
        [.. (await app.EventsOf(id)).Select(e => e.Kind).Where(k => k is CaseEventKind.ClockWarned or CaseEventKind.ClockBreached)];

    private async Task<List<CaseEventKind>> ToldAsync(CaseId id, string person)
    {
        var who = app.CallerOf(person).Id;
        var told = await app.AskAsync(db => db.Set<Notification>().Where(n => n.CaseId == id && n.PersonId == who).Select(n => n.EventKind).ToListAsync());
        return [.. told.OfType<CaseEventKind>().Where(k => k is CaseEventKind.ClockWarned or CaseEventKind.ClockBreached or CaseEventKind.Escalated)];
    }

    private async Task<IReadOnlyList<CaseSummary>> RowsAsync(WorkView view) =>
        (await app.As("zhao").Send(new ListCases.Query(view, new CaseFilter(), Size: ListCases.LargestPage))).Value.Rows;

    /// <summary>Stands still on a Tuesday morning, so that a working day is a day.</summary>
    public sealed class Host : QuietHost
    {
        public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

        public Host() => Clock.StopAt(Start);
    }
}
