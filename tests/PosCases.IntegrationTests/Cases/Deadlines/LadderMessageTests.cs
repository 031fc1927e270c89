using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Notices;
using PosCases.Cases.Plan;
using PosCases.Cases.Worklist;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Seeding;

namespace PosCases.IntegrationTests.Cases.Deadlines;

public sealed class LadderMessageTests : IClassFixture<ClockMessageTests.Host>
{
    private readonly ClockMessageTests.Host app;

    public LadderMessageTests(ClockMessageTests.Host app)
    {
        this.app = app;
        app.Clock.StopAt(ClockMessageTests.Host.Start);
    }

    [Fact]
    public async Task Each_level_tells_whom_it_names_and_the_board_agrees_with_the_worklist_and_the_case()
    {
        var id = await LateAsync("jinhai");
        await LookAsync(HoursLater(4));
        var first = (await RowAsync(id), await QueueAsync(id), await ToldAsync(id, "li"), await ToldAsync(id, "zhao"));
        await LookAsync(HoursLater(9));
        var second = (await RowAsync(id), await QueueAsync(id), await ToldAsync(id, "zhao"));

        Assert.Equal((1, false, true), (first.Item1!.Level, first.Item1.CallsSupervisors, first.Item1.Owner is not null));
        Assert.False(first.Item2);
        Assert.Equal([CaseEventKind.EscalationReminded], first.Item3);
        Assert.Empty(first.Item4);
        Assert.Equal((2, true, true), (second.Item1!.Level, second.Item1.CallsSupervisors, second.Item2));
        Assert.Equal([CaseEventKind.Escalated], second.Item3);
        Assert.Equal(2, (await app.ViewOf(id)).Case.EscalationLevel);
    }

    [Fact]
    public async Task A_supervisor_settles_a_case_from_the_board_and_it_leaves_it()
    {
        var id = await LateAsync("qingfeng");
        await LookAsync(HoursLater(10));
        var row = (await RowAsync(id))!;

        var agent = await app.As("li").Send(new SettleEscalation.Command(id, row.Version, "n"));
        var stale = await app.As("zhao").Send(new SettleEscalation.Command(id, Guid.NewGuid(), "n"));
        Assert.Null((await app.As("zhao").Send(new SettleEscalation.Command(id, row.Version, "talked to Li"))).Error);

        Assert.IsType<NotPermitted>(agent.Error);
        Assert.IsType<Conflict>(stale.Error);
        Assert.Null(await RowAsync(id));
    }

    [Fact]
    public async Task Another_ladder_is_tried_before_it_holds_and_is_set_once_by_whoever_saw_the_last_one()
    {
        await using ClockMessageTests.Host own = new();
        LadderMessageTests alone = new(own);
        var id = await alone.LateAsync("xiaolu");
        IReadOnlyList<Rung> quick = [new(1, LadderTo.Supervisors)];
        own.Clock.StopAt(alone.HoursLater(2));

        var placed = Assert.Single((await own.As("zhao").Send(new ViewLadder.PreviewQuery(quick))).Value);
        var board = (await own.As("zhao").Send(new ViewLadder.Query(null))).Value;
        Assert.Null((await own.As("zhao").Send(new SetLadder.Command(board.Version, quick))).Error);
        var second = await own.As("sun").Send(new SetLadder.Command(board.Version, quick));
        await alone.LookAsync(own.Clock.GetUtcNow());

        Assert.Equal((0, 1, true), (placed.Now, placed.Then, placed.CallsSupervisors));
        Assert.Equal((null, 0), (board.Version, board.Rows.Count));
        Assert.IsType<Conflict>(second.Error);
        var after = (await own.As("sun").Send(new ViewLadder.Query(1))).Value;
        Assert.Equal((id, true), after.Rows.Select(r => (r.Id, r.CallsSupervisors)).Single());
        Assert.Equal((1, 1), (after.Called, after.Counts[1]));
        Assert.Equal(quick, after.Ladder.Rungs);
        Assert.NotNull(after.SetBy);
    }

    [Fact]
    public async Task A_ladder_that_does_not_rise_is_refused_and_so_is_whoever_is_no_supervisor()
    {
        var wrong = await app.As("zhao").Send(new SetLadder.Command(null, [new(4, LadderTo.Owner)]));
        var far = await app.As("zhao").Send(new SetLadder.Command(null, [new(0, LadderTo.Supervisors)]));
        var preview = await app.As("zhao").Send(new ViewLadder.PreviewQuery([]));

        Assert.Equal("Ladder", Assert.Single(Assert.IsType<Invalid>(wrong.Error).Fields).Code);
        Assert.Equal("Rungs[0].AfterHours", Assert.Single(Assert.IsType<Invalid>(far.Error).Fields).Field);
        Assert.IsType<Invalid>(preview.Error);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new SetLadder.Command(null, [new(4, LadderTo.Supervisors)]))).Error);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new ViewLadder.Query(null))).Error);
    }

    private DateTimeOffset breached;

    private DateTimeOffset HoursLater(int hours) => new CaseOptions().Working.Add(breached, TimeSpan.FromHours(hours));

    // With one clock that ran out and that somebody could take note of.
    private async Task<CaseId> LateAsync(string shop)
    {
        var id = await app.Given.Case().Of(shop).At(DemoPath.Verifying);
        foreach (var step in (await app.ViewOf(id)).Case.Steps.Where(s => s is { Deadline: not null, Role: StepRole.Agent, State: StepState.Todo }))
        {
            Assert.Null((await app.As("li").Send(new EndStep.Command(id, step.Id, Done: true, "done"))).Error);
        }

        breached = (await app.ViewOf(id)).Case.StageDueAt.AddMinutes(1);
        await LookAsync(breached);
        await app.AskAsync(db => db.Set<Notification>().Where(n => n.CaseId == id).ExecuteDeleteAsync());
        return id;
    }

    private async Task LookAsync(DateTimeOffset at)
    {
        app.Clock.StopAt(at);
        await app.AskAsync(db => db.Set<JobLease>().ExecuteUpdateAsync(set => set.SetProperty(j => j.NextRunAt, at)));
        await app.RunJobsAsync();
        await app.DeliverAsync();
    }

    private async Task<ViewLadder.Row?> RowAsync(CaseId id) => (await app.As("zhao").Send(new ViewLadder.Query(null))).Value.Rows.SingleOrDefault(r => r.Id == id);

    private async Task<bool> QueueAsync(CaseId id) =>
        (await app.As("zhao").Send(new ListCases.Query(WorkView.Escalated, new CaseFilter(), Size: ListCases.LargestPage))).Value.Rows.Any(r => r.Id == id);

    private async Task<List<CaseEventKind>> ToldAsync(CaseId id, string person)
    {
        var who = app.CallerOf(person).Id;
        var told = await app.AskAsync(db => db.Set<Notification>().Where(n => n.CaseId == id && n.PersonId == who).Select(n => n.EventKind).ToListAsync());
        return [.. told.OfType<CaseEventKind>().Where(k => k is CaseEventKind.Escalated or CaseEventKind.EscalationReminded)];
    }
}
