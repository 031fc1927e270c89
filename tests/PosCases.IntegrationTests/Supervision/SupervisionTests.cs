using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.Cases.Restriction;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Supervision;
using PosCases.Team;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Supervision;

/// <summary>What supervisors see of the team, and how a week's sample is looked at.</summary>
public sealed class SupervisionTests(QuietHost app) : IClassFixture<QuietHost>
{
    private static readonly IReadOnlyList<QualityMark> AllYes = [.. QualityChecklist.Points.Select(p => new QualityMark(p.Code, QualityAnswer.Yes, null))];

    [Fact]
    public async Task A_week_is_drawn_once_checked_by_somebody_else_answered_once_and_closed()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.ClosedFull);
        await app.CountAsync();
        var week = DrawSample.WeekOf(ShanghaiTime.DateOf(app.Clock.GetUtcNow()));
        await MustAsync(app.As("zhao").Send(new SetSampleRule.Command(null, SampleRule.Usual with { Percent = 100 })));
        await MustAsync(app.As(Caller.System).Send(new DrawSample.Command(week)));
        await MustAsync(app.As(Caller.System).Send(new DrawSample.Command(week)));

        var row = Assert.Single((await BoardAsync("sun")).Rows);
        Assert.Equal((id, true), (row.Check.CaseId, row.MayCheck));
        Assert.Empty((await BoardAsync("li")).Rows);
        var approver = await app.AskAsync(db => db.Set<QualityCheck>().Select(q => q.ApprovedById).SingleAsync());
        Assert.Equal(app.CallerOf("zhao").Id, approver);
        Assert.IsType<CheckOfOwnWork>((await app.As("zhao").Send(new CheckQuality.Command(row.Check.Id, row.Check.Version, AllYes))).Error);

        IReadOnlyList<QualityMark> marks = [AllYes[0] with { Answer = QualityAnswer.No, Word = "" }, .. AllYes.Skip(1)];
        Assert.IsType<Invalid>((await app.As("sun").Send(new CheckQuality.Command(row.Check.Id, row.Check.Version, marks))).Error);
        Assert.IsType<Invalid>((await app.As("sun").Send(new CheckQuality.Command(row.Check.Id, row.Check.Version, [.. AllYes.Skip(1)]))).Error);
        await MustAsync(app.As("sun").Send(new CheckQuality.Command(row.Check.Id, row.Check.Version, [marks[0] with { Word = "no call back" }, .. AllYes.Skip(1)])));
        Assert.Equal(CaseEventKind.QualityChecked, await app.AskAsync(db => db.Set<Notification>()
            .Where(n => n.CaseId == id && n.PersonId == app.CallerOf("li").Id).OrderByDescending(n => n.At).Select(n => n.EventKind).FirstAsync()));

        var own = Assert.Single((await BoardAsync("li")).Rows);
        Assert.Equal(92, own.Check.Score);
        Assert.IsType<NotFound>((await app.As("wang").Send(new ViewQuality.OneQuery(own.Check.Id))).Error);
        Assert.IsType<NotPermitted>((await app.As("wang").Send(new CheckQuality.ReplyCommand(own.Check.Id, own.Check.Version, "mine"))).Error);
        await MustAsync(app.As("li").Send(new CheckQuality.ReplyCommand(own.Check.Id, own.Check.Version, "He called back himself.")));
        var answered = Assert.Single((await BoardAsync("sun")).Rows);
        await MustAsync(app.As("sun").Send(new CheckQuality.CloseCommand(answered.Check.Id, answered.Check.Version, "Note who called.")));

        var board = await BoardAsync("sun");
        Assert.Equal((QualityState.Closed, "Note who called."), (board.Rows[0].Check.State, board.Rows[0].Check.Coaching));
        Assert.Equal((0, 1), (board.Points[0].Yes, board.Points[0].Of));
        Assert.Equal(92, Assert.Single(board.Agents).Score);
    }

    [Fact]
    public async Task The_load_counts_what_everybody_has_and_moves_are_proposed_to_whoever_has_room()
    {
        var (first, second) = (await app.Given.Case().By("chen").At(DemoPath.Collecting), await app.Given.Case().By("chen").At(DemoPath.Waiting));
        var hidden = await app.Given.Case().By("chen").At(DemoPath.Collecting);
        await MustAsync(app.As("zhao").Send(new RestrictCase.Command(hidden, (await app.ViewOf(hidden)).Summary.Version, default, "r", [app.CallerOf("zhao").Id], false)));
        await MustAsync(app.As("zhao").Send(new SettleMember.Command(app.CallerOf("chen").Id, [], 1)));
        await app.CountAsync();

        var row = (await LoadAsync()).Single(r => r.PersonId == app.CallerOf("chen").Id);
        Assert.Equal((3, 2, true, 1), (row.Open, row.Active, row.IsOver, row.Stages[CaseStatus.Waiting]));
        Assert.Equal((2, 0), (row.Filed7, row.Old));

        var moves = (await app.As("zhao").Send(new ProposeMoves.Query([app.CallerOf("chen").Id]))).Value;
        Assert.Equal(first, Assert.Single(moves).Case.Id);
        Assert.Null((await app.As("zhao").Send(new AssignCases.Command([first], moves[0].To))).Error);
        Assert.False((await LoadAsync()).Single(r => r.PersonId == app.CallerOf("chen").Id).IsOver);
        Assert.NotEqual(second, moves[0].Case.Id);
        var times = (await app.As("zhao").Send(new ViewAgentTimes.Query(app.CallerOf("chen").Id))).Value;
        Assert.Contains(times.Stages, s => s.Stage == CaseStatus.Verification && s.Times > 0);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new ViewTeamLoad.Query())).Error);
    }

    private async Task<IReadOnlyList<ViewTeamLoad.Row>> LoadAsync() => (await app.As("zhao").Send(new ViewTeamLoad.Query())).Value;

    private async Task<ViewQuality.Board> BoardAsync(string person) => (await app.As(person).Send(new ViewQuality.Query(null))).Value;

    private static async Task MustAsync(Task<Result> sending) => Assert.Null((await sending).Error);
}
