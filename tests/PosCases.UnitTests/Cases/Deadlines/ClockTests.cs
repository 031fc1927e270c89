using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Deadlines;

public sealed class ClockTests
{
    private static readonly DeadlineForm Notice = new()
    {
        StartsAt = Now,
        Title = "Papers that the notice asks for",
        Amount = 3,
        Unit = TermUnit.WorkingDays,
        Basis = "The notice gives three working days",
        Source = "Notice of 24 November",
    };

    [Fact]
    public void A_case_shows_our_clock_the_institutions_the_promises_the_law_and_the_total()
    {
        var made = Talking();
        Stage.Do(made.SetDeadline(Notice, Clock.Calendar, Li, Now));

        var clocks = made.ClocksAt(Now.AddHours(1), Clock);

        Assert.Equal(
            [ClockKind.Answer, ClockKind.FollowUp, ClockKind.Legal, ClockKind.Promise, ClockKind.Stage, ClockKind.Total],
            clocks.Select(c => c.Kind).Order(Comparer<ClockKind>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))));
        Assert.Equal(ClockKind.Total, clocks[^1].Kind);
        Assert.Equal((made.FiledAt, null), (clocks[^1].Since, clocks[^1].DueAt));
    }

    [Fact]
    public void Only_our_own_clock_pauses_while_a_case_waits()
    {
        var made = Talking();
        Stage.Do(made.SetDeadline(Notice, Clock.Calendar, Li, Now));
        Stage.Do(made.Wait(Ball.Institution, "r", Today.AddDays(30), Li, Now, Clock));

        var clocks = made.ClocksAt(Now.AddDays(20), Clock).ToLookup(c => c.Kind, c => c.State);

        Assert.Equal([DeadlineState.Paused], clocks[ClockKind.Stage]);
        Assert.Equal([DeadlineState.Breached], clocks[ClockKind.Legal]);
        Assert.Equal([DeadlineState.Breached], clocks[ClockKind.Answer]);
        Assert.Equal([DeadlineState.Running], clocks[ClockKind.Total]);
    }

    [Fact]
    public void A_rule_brings_its_term_basis_source_and_label()
    {
        var made = Stage.Verification();

        Stage.Do(made.SetDeadline(new DeadlineForm { Rule = "AML39_ANSWER", StartsAt = Now }, Clock.Calendar, Li, Now));

        var set = made.Deadlines[0];
        Assert.Equal((new Term(15, TermUnit.Days), DeadlineSource.RuleText, Duty.Theirs), (set.Term, set.Label, set.Duty));
        Assert.Equal(ShanghaiTime.EndOf(Today.AddDays(15)), set.EndsAt);
        Assert.Contains("39", set.Source.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_open_deadline_counts_for_when_the_case_is_due_even_while_it_waits()
    {
        var made = Stage.Talking();
        var ours = made.DueAt;
        var set = made.SetDeadline(Notice with { StartsAt = Now.AddDays(-2), Amount = 1, Unit = TermUnit.Days }, Clock.Calendar, Li, Now);
        var law = made.Deadlines[0].EndsAt;
        var due = made.DueAt;
        Stage.Do(made.Wait(Ball.Institution, "r", Today.AddDays(30), Li, Now, Clock));
        var waiting = made.DueAt;
        Stage.Do(made.Wake(Li, Now, Clock));

        Stage.Do(made.EndDeadline(set.Value, DeadlineEnd.Met, "sent", Li, Now));

        Assert.True(law < Now);
        Assert.Equal((law, law, ours), (due, waiting, made.DueAt));
        Assert.Equal(new NotFound("Deadline"), made.EndDeadline(set.Value, DeadlineEnd.Met, "again", Li, Now).Error);
    }

    [Fact]
    public void A_deadline_in_the_past_reads_as_past()
    {
        var made = Stage.Verification();

        Stage.Do(made.SetDeadline(Notice with { StartsAt = Now.AddDays(-60) }, Clock.Calendar, Li, Now));

        Assert.Equal(DeadlineState.Breached, made.ClocksAt(Now, Clock).Single(c => c.Kind == ClockKind.Legal).State);
    }

    [Fact]
    public void Each_warning_and_each_breach_is_told_once()
    {
        var made = Stage.Verification();
        var warn = made.ClocksAt(Now, Clock).Single(c => c.Kind == ClockKind.Stage).WarnAt!.Value;

        var first = made.CheckClocks(Actor.System, warn.AddMinutes(-1), Clock);
        made.CheckClocks(Actor.System, warn, Clock);
        made.CheckClocks(Actor.System, warn.AddMinutes(1), Clock);
        made.CheckClocks(Actor.System, made.StageDueAt.AddMinutes(1), Clock);
        made.CheckClocks(Actor.System, made.StageDueAt.AddMinutes(2), Clock);

        Assert.Equal(warn, first);
        Assert.Equal([CaseEventKind.ClockWarned, CaseEventKind.ClockBreached], Told(made));
        Assert.All(made.Events.Where(e => e.Kind is CaseEventKind.ClockWarned), e => Assert.True(e.DeskOnly));
    }

    [Fact]
    public void A_clock_that_moved_is_told_anew()
    {
        var made = Stage.Verification();
        made.CheckClocks(Actor.System, made.StageDueAt.AddMinutes(1), Clock);
        Stage.Do(made.Wait(Ball.Merchant, "r", Today.AddDays(5), Li, made.StageDueAt.AddHours(-30), Clock));
        Stage.Do(made.Wake(Li, Now.AddDays(6), Clock));

        made.CheckClocks(Actor.System, made.StageDueAt.AddMinutes(1), Clock);

        Assert.Equal(2, Told(made).Count(k => k == CaseEventKind.ClockBreached));
    }

    [Fact]
    public void The_merchant_is_told_of_what_a_document_says_but_not_of_our_own_clock()
    {
        var made = Stage.Verification();
        Stage.Do(made.SetDeadline(Notice with { StartsAt = Now.AddDays(-10) }, Clock.Calendar, Li, Now));

        made.CheckClocks(Actor.System, Now.AddDays(20), Clock);

        Assert.Equal(
            [(false, "Legal"), (true, "Stage")],
            made.Events.Where(e => e.Kind == CaseEventKind.ClockBreached).Select(e => (e.DeskOnly, e.Details["clock"])).OrderBy(e => e.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public void A_breach_that_was_taken_note_of_is_not_escalated()
    {
        var made = Late(out var clock);

        var stranger = made.AcknowledgeBreach(clock.Key, clock.DueAt!.Value, "n", Wang, Now);
        Stage.Do(made.AcknowledgeBreach(clock.Key, clock.DueAt!.Value, "asked again", Li, Now));
        made.CheckClocks(Actor.System, Now.AddDays(30), Clock);

        Assert.Equal(new NotTheOwner(), stranger.Error);
        Assert.Null(made.EscalatedAt);
        Assert.Equal(new NotFound("Breach"), made.AcknowledgeBreach(clock.Key, clock.DueAt!.Value, "n", Li, Now).Error);
    }

    [Fact]
    public void A_supervisor_settles_an_escalation_by_a_word_or_by_giving_the_case_away()
    {
        var (settled, given) = (Escalated(), Escalated());

        Stage.Do(settled.SettleEscalation("talked to the owner", Zhao, Now.AddDays(31)));
        Stage.Do(given.AssignTo(Wang.Id, Wang.Name, Zhao, Now.AddDays(31)));
        settled.CheckClocks(Actor.System, Now.AddDays(60), Clock);
        given.CheckClocks(Actor.System, Now.AddDays(60), Clock);

        Assert.Equal((null, null), (settled.EscalatedAt, given.EscalatedAt));
        Assert.Equal(new NotFound("Escalation"), settled.SettleEscalation("n", Zhao, Now).Error);
    }

    [Fact]
    public void A_closed_case_has_no_clock_that_runs_and_is_never_looked_at_again()
    {
        var made = Stage.Closed();

        Assert.Equal(Case.Never, made.CheckClocks(Actor.System, Now.AddDays(90), Clock));
        Assert.All(made.ClocksAt(Now.AddDays(90), Clock), c => Assert.Equal(DeadlineState.Met, c.State));
    }

    [Fact]
    public void A_deadline_moves_when_a_holiday_is_announced_meanwhile()
    {
        var made = Stage.Verification();
        Stage.Do(made.SetDeadline(Notice, Clock.Calendar, Li, Now));
        var before = made.Deadlines[0].EndsAt;
        var announced = new CaseOptions().Following(() => new WorkCalendar([Today.AddDays(1)], []));

        made.CheckClocks(Actor.System, Now.AddMinutes(1), announced);

        Assert.Equal(before.AddDays(3), made.Deadlines[0].EndsAt); // over the weekend
        Assert.Equal(made.Deadlines[0].EndsAt, made.DeadlineAt);
    }

    [Fact]
    public void Every_rule_says_its_basis_and_source_in_both_languages_and_a_secondary_one_says_usually()
    {
        Assert.All(LegalRule.All, r => Assert.All([r.Title, r.Starts, r.Basis, r.Source], t => Assert.True(t.Zh.Length > 0 && t.En.Length > 0)));
        Assert.All(LegalRule.All.Where(r => r.Label == DeadlineSource.Secondary), r =>
        {
            Assert.Contains("通常", r.Basis.Zh, StringComparison.Ordinal);
            Assert.Contains("usually", r.Basis.En, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(LegalRule.All.Count, LegalRule.All.Select(r => r.Code).Distinct().Count());
    }

    private static IEnumerable<CaseEventKind> Told(Case made) =>
        made.Events.Select(e => e.Kind).Where(k => k is CaseEventKind.ClockWarned or CaseEventKind.ClockBreached);

    private static Case Talking()
    {
        var made = Stage.Collected();
        Stage.Do(made.SendPapers(Li, Today.AddDays(5)));
        Stage.Do(Log(made, "an answer"));
        Stage.Do(Log(made, null));
        return made;
    }

    private static Case Late(out CaseClock clock)
    {
        var made = Stage.Verification();
        var late = made.StageDueAt.AddMinutes(1);
        made.CheckClocks(Actor.System, late, Clock);
        clock = made.ClocksAt(late, Clock)[0];
        return made;
    }

    private static Case Escalated()
    {
        var made = Late(out _);
        made.CheckClocks(Actor.System, Now.AddDays(30), Clock);
        Assert.NotNull(made.EscalatedAt);
        return made;
    }

    private static Result Log(Case made, string? promise) => made.LogCommunication(
        new LogCommunication.Command(
            made.Id, made.Version, made.Parties[0].Id, Medium.Call, Direction.Incoming, Now, null, null, "s", promise, Today.AddDays(3), false),
        "Bank",
        Li,
        Now);
}
