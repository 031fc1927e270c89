using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;
using PosCases.Web.Desk.Worklist;

namespace PosCases.IntegrationTests.Cases.Worklist;

/// <summary>What a row of a list lets its reader do.</summary>
public sealed class WorklistRightsTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Theory]
    [InlineData("li")]
    [InlineData("zhao")]
    [InlineData("huanan")]
    public async Task A_row_allows_what_the_case_itself_allows_in_every_view(string reader)
    {
        var withdrawn = await app.Given.Case().At(DemoPath.WithdrawnEarly);
        await app.Given.Case().At(DemoPath.Filed);
        await app.Given.Case().At(DemoPath.Verifying);
        await app.Given.Case().At(DemoPath.Waiting);
        await app.Given.Case().At(DemoPath.Proposed);
        await app.Given.Case().At(DemoPath.FollowUpDue);

        foreach (var view in Enum.GetValues<WorkView>())
        {
            foreach (var row in (await app.As(reader).Send(new ListCases.Query(view, new CaseFilter(), Size: 100))).Value.Rows)
            {
                var itself = (await app.As(reader).Send(new ViewCase.Query(row.Number))).Value;
                Assert.Equal(itself.Allowed, Enum.GetValues<CaseAction>().Where(row.Allows).OrderBy(a => itself.Allowed.ToList().IndexOf(a)));
                Assert.Equal(reader != "huanan" && row.Status == CaseStatus.Filed, row.Allows(CaseAction.StartVerification));
                Assert.Equal(reader == "zhao" && row.ClosedAt is null, row.MayBeAssigned);
            }
        }

        var closed = (await app.As(reader).Send(new ListCases.Query(WorkView.All, new CaseFilter(), Size: 100))).Value.Rows.Single(r => r.Id == withdrawn);
        Assert.Equal((CaseStatus.Closed, null, false), (closed.Status, closed.OwnerId, closed.Allows(CaseAction.StartVerification)));
    }

    [Fact]
    public async Task Whoever_works_cases_reads_the_names_of_those_who_may_own_them_and_nobody_else_does()
    {
        var names = (await app.As("li").Send(new ListOwners.Query())).Value;

        Assert.Equal(new[] { "li", "wang", "chen", "zhao", "sun" }.Select(key => app.CallerOf(key).Id).Order(), names.Select(n => n.Id).Order());
        Assert.DoesNotContain(names, n => string.IsNullOrEmpty(n.Name));
        Assert.Equal(names, (await app.As("zhao").Send(new ListOwners.Query())).Value);
        foreach (var other in new[] { "huanan", "huanan-staff", "admin" })
        {
            Assert.IsType<NotPermitted>((await app.As(other).Send(new ListOwners.Query())).Error);
        }

        Assert.IsType<SignInNeeded>((await app.As(Caller.Anonymous).Send(new ListOwners.Query())).Error);
    }

    [Fact]
    public async Task Of_many_cases_done_at_once_a_conflict_keeps_its_own_and_a_second_try_has_no_second_effect()
    {
        CaseId[] made = [await app.Given.Case().At(DemoPath.Verifying), await app.Given.Case().At(DemoPath.Verifying), await app.Given.Case().At(DemoPath.Verifying)];
        var rows = (await app.As("li").Send(new ListCases.Query(WorkView.Mine, new CaseFilter(), Size: 100))).Value.Rows.Where(r => made.Contains(r.Id)).ToList();
        var stale = rows[1] with { Version = Guid.NewGuid() };
        BulkRun run = new([rows[0], stale, rows[2]]);

        await run.GoAsync(WaitAsync, () => { });
        var again = await Task.WhenAll(run.Lines.Select(line => WaitAsync(line.Row, line.CommandId)));

        Assert.Equal([BulkState.Done, BulkState.Refused, BulkState.Done], run.Lines.Select(l => l.State));
        Assert.IsType<Conflict>(run.Lines[1].Error);
        Assert.Equal([true, false, true], again.Select(r => r.Succeeded));
        Assert.Equal(CaseStatus.Verification, (await app.ViewOf(stale.Id)).Case.Status);
        foreach (var done in new[] { rows[0].Id, rows[2].Id })
        {
            Assert.Single(await app.EventsOf(done), e => e.Kind == CaseEventKind.WaitingStarted);
        }
    }

    private Task<Result> WaitAsync(CaseSummary row, Guid commandId) => app.As("li").Send(new WaitCase.Command(
        row.Id, row.Version, Ball.Institution, "their answer", PosCases.Platform.ShanghaiTime.DateOf(app.Clock.GetUtcNow()).AddDays(3))
    {
        CommandId = commandId,
    });
}
