using Microsoft.EntityFrameworkCore;
using PosCases.Insight;
using PosCases.IntegrationTests.Platform.Data;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Insight;

public sealed class InsightQueryTests
{
    private static readonly InsightFilter Narrow = new() { Institution = Guid.NewGuid(), Region = "r", Model = "m", Cause = "ABNORMAL_TXN", Owner = Guid.NewGuid() };

    public static TheoryData<string> Codes => [.. Figures.All.Select(f => f.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_figure_and_the_list_behind_it_can_be_said_in_T_SQL(string code)
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);
        var (figure, span) = (Figures.Find(code)!, new DaySpan(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)));
        foreach (var role in new[] { Role.Supervisor, Role.Agent })
        {
            foreach (var filter in new[] { new InsightFilter(), Narrow })
            {
                var points = new FigurePoints(db, new Actor(Guid.NewGuid(), "x", role, null), filter, DateTimeOffset.UnixEpoch).Of(figure, span);
                TSql.AssertParses(FigureReader.Within(FigureReader.Counted(points, figure), figure, "k").OrderBy(p => p.Value).Skip(3).Select(p => p.Value).Take(1).ToQueryString());
                TSql.AssertParses(points.GroupBy(p => p.Key).Select(g => new { g.Key, Count = g.Count(), Known = g.Count(p => p.Value != null), Hits = g.Count(p => p.Hit == true), Sum = g.Sum(p => p.Value) }).ToQueryString());
            }
        }
    }
}
