using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Supervision;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Supervision;

/// <summary>A week's closed cases are sampled once, looked at by others, and answered.</summary>
public sealed class QualityTests(QuietHost app) : IClassFixture<QuietHost>
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

    private async Task<ViewQuality.Board> BoardAsync(string person) => (await app.As(person).Send(new ViewQuality.Query(null))).Value;

    private static async Task MustAsync(Task<Result> sending) => Assert.Null((await sending).Error);
}
