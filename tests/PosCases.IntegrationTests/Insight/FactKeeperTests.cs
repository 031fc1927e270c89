using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.Insight;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Insight;

public sealed class FactKeeperTests(QuietHost host) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_case_is_counted_anew_after_every_change_and_until_then_the_board_says_since_when_it_is_behind()
    {
        await host.CountAsync();
        var id = await host.Given.Case().At(DemoPath.Submitted);

        var behind = await BoardAsync("zhao");
        await host.CountAsync();
        var counted = await BoardAsync("zhao");

        Assert.NotNull(behind.BehindSince);
        Assert.Null(counted.BehindSince);
        Assert.Equal(nameof(CaseStatus.BankCommunication), (await FactAsync(id))!.Stage);
        Assert.Equal(1, counted.Find("open")!.Total.Value - behind.Find("open")!.Total.Value);
    }

    [Fact]
    public async Task A_restricted_case_leaves_every_figure_and_comes_back_when_the_restriction_is_lifted()
    {
        var id = await host.Given.Case().At(DemoPath.Collecting);
        await host.CountAsync();
        Assert.NotNull(await FactAsync(id));

        var found = (await host.ViewOf(id)).Case;
        await host.As("zhao").Send(new RestrictCase.Command(id, found.Version, RestrictionCause.Crime, "reason", [host.CallerOf("zhao").Id], false));
        await host.CountAsync();
        Assert.Null(await FactAsync(id));
        Assert.Equal(0, await host.AskAsync(db => db.Set<FactLine>().CountAsync(l => l.CaseId == id)));

        await host.As("zhao").Send(new LiftRestriction.Command(id, (await host.ViewOf(id)).Case.Version, "reason"));
        await host.CountAsync();
        Assert.NotNull(await FactAsync(id));
    }

    [Fact]
    public async Task Counting_everything_anew_comes_to_the_same()
    {
        await host.Given.Case().At(DemoPath.ClosedFull);
        await host.Given.Case().At(DemoPath.ClosedRefused);
        await host.CountAsync();
        var before = await AllAsync();

        await host.As("admin").Send(new RebuildFacts.Command());
        await host.CountAsync();

        Assert.NotEmpty(before);
        Assert.Equal(before, await AllAsync());
    }

    [Fact]
    public async Task Nobody_but_the_desk_sees_figures_and_an_agent_finds_nothing_of_others_behind_a_number()
    {
        await host.Given.Case().By("wang").At(DemoPath.Submitted);
        await host.CountAsync();

        Assert.IsType<NotPermitted>((await host.As("huanan").Send(new ViewBoard.Query(null, new InsightFilter()))).Error);
        Assert.IsType<NotPermitted>((await host.As("admin").Send(new ViewBoard.Query(null, new InsightFilter()))).Error);
        Assert.Equal(0, (await BoardAsync("chen")).Find("backlog")!.Total.Sample);
        Assert.Empty((await host.As("chen").Send(new ListFigureCases.Query("backlog", new InsightFilter { Owner = host.CallerOf("wang").Id }))).Value.Rows);
        Assert.NotEmpty((await host.As("wang").Send(new ListFigureCases.Query("backlog", new InsightFilter()))).Value.Rows);
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_figure_is_refused_and_breaks_nothing()
    {
        Assert.IsType<NotFound>((await host.As("zhao").Send(new ListFigureCases.Query("no-such", new InsightFilter()))).Error);
        Assert.IsType<Invalid>((await host.As("zhao").Send(new ViewBoard.Query(null, new InsightFilter { Region = new string('x', 81) }))).Error);
        Assert.True((await host.As("zhao").Send(new ListFigureCases.Query("inflow", new InsightFilter(), "not a day", After: "x.y.z"))).Succeeded);
        Assert.True((await host.As("zhao").Send(new ListFigureCases.Query("institutions", new InsightFilter(), "not an id"))).Succeeded);
    }

    private async Task<ViewBoard.Answer> BoardAsync(string person)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        return (await host.As(person).Send(new ViewBoard.Query(null, new InsightFilter { Period = PeriodKind.ThisMonth }))).Value;
    }

    private Task<CaseFact?> FactAsync(CaseId id) => host.AskAsync(db => db.Set<CaseFact>().AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == id));

    private Task<List<string>> AllAsync() => host.AskAsync(async db =>
    {
        var facts = await db.Set<CaseFact>().AsNoTracking().Include(f => f.Lines).OrderBy(f => f.Serial).ToListAsync();
        return facts.ConvertAll(f => System.Text.Json.JsonSerializer.Serialize(f));
    });
}
